package backprop.parity.cli;

import backprop.parity.cases.InvalidInput;
import backprop.parity.cases.WholeFile;
import backprop.parity.train.TrainingFiles;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that name files for what was learned. */
final class TrainFileOptions {
  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = {
        "Write the network there as a case file, for 'explain' and all other",
        "commands, and how to go on beside it, in FILE.training."
      })
  private Path save;

  @Option(
      names = "--load",
      paramLabel = "FILE",
      description = "Start with the weights of a case file, and forget how they were learned.")
  private Path load;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description = {
        "Go on where --save FILE stopped, to the very bits that it would have",
        "reached without a stop. Data and settings are those of then."
      })
  private Path resume;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write the curves, and what was misread or how far predictions are off, as an HTML page.")
  private Path report;

  /** Refuses what could not be written in the end, before an hour is spent on it. */
  void requireThatFit() {
    if (load != null && resume != null) {
      throw new InvalidInput(
          "expected --resume to go on or --load to start anew with its weights, found both.");
    }
    saved().ifPresent(TrainingFiles::requireWritable);
    report().ifPresent(WholeFile::requireWritable);
    if (report != null && saved().isPresent() && same(report, saved().get().network())) {
      throw new InvalidInput(report + ": expected different files for --report and --save.");
    }
  }

  private static boolean same(Path left, Path right) {
    return left.toAbsolutePath().normalize().equals(right.toAbsolutePath().normalize());
  }

  /** Where to save: a resumed training goes on in its own file. */
  Optional<TrainingFiles> saved() {
    return Optional.ofNullable(save == null ? resume : save).map(TrainingFiles::new);
  }

  Optional<Path> load() {
    return Optional.ofNullable(load);
  }

  Optional<TrainingFiles> resume() {
    return Optional.ofNullable(resume).map(TrainingFiles::new);
  }

  Optional<Path> report() {
    return Optional.ofNullable(report);
  }
}
