package backprop.parity.cli;

import backprop.parity.cases.InvalidInput;
import backprop.parity.cases.WholeFile;
import backprop.parity.train.TrainingFiles;
import java.nio.file.Path;
import java.util.List;
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

  /**
   * Refuses what could not be written in the end, before an hour is spent on it.
   *
   * @param dataFiles with the samples, as far as they are known
   */
  void requireThatFit(List<Path> dataFiles) {
    if (load != null && resume != null) {
      throw new InvalidInput(
          "expected --resume to go on or --load to start anew with its weights, found both.");
    }
    requireApartFrom(dataFiles);
    if (!savesInPlace()) {
      saved().ifPresent(TrainingFiles::requireOwnTraining);
    }
    saved().ifPresent(TrainingFiles::requireWritable);
    report().ifPresent(WholeFile::requireWritable);
  }

  /**
   * Refuses to write over what is read.
   *
   * @param dataFiles with the samples
   */
  void requireApartFrom(List<Path> dataFiles) {
    FileClaims claims = new FileClaims();
    dataFiles.forEach(file -> claims.reads(file, "the data"));
    load().ifPresent(file -> claims.reads(file, "that of --load"));
    if (!savesInPlace()) {
      resume()
          .ifPresent(files -> files.all().forEach(file -> claims.reads(file, "that of --resume")));
    }
    saved().ifPresent(files -> files.all().forEach(file -> claims.writes(file, "--save")));
    report().ifPresent(file -> claims.writes(file, "--report"));
  }

  private boolean savesInPlace() {
    return resume != null && (save == null || FileClaims.samePlace(save, resume));
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
