package backprop.parity.training;

import backprop.parity.io.PathName;
import backprop.parity.io.WholeFile;
import backprop.parity.model.InvalidInput;
import backprop.parity.options.FileClaims;
import backprop.parity.terminal.ShellWord;
import backprop.parity.training.descent.TrainingFiles;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that name files for what was learned. */
final class FileOptions {
  @Option(
      names = "--save",
      paramLabel = "FILE",
      description =
          "Write the network there as a case file, for 'explain' and all other"
              + " commands, and how to go on beside it, in FILE.training.")
  private String save;

  @Option(
      names = "--load",
      paramLabel = "FILE",
      description = "Start with the weights of a case file, and forget how they were learned.")
  private String load;

  @Option(
      names = "--resume",
      paramLabel = "FILE",
      description =
          "Go on where --save FILE stopped, to the very bits that it would have"
              + " reached without a stop. Data and settings stay the same.")
  private String resume;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write the curves, and what was misread or how far predictions are off, as an HTML page.")
  private String report;

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
    saved().ifPresent(files -> files.all().forEach(WholeFile::requireWritable));
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

  /** Whether the training that is read is the one that is written: it goes on in its own files. */
  boolean savesInPlace() {
    return resume != null
        && (save == null || FileClaims.samePlace(named("--save", save), named("--resume", resume)));
  }

  /** Where to save: a resumed training goes on in its own file. */
  Optional<TrainingFiles> saved() {
    return save == null ? resume() : Optional.of(files("--save", save));
  }

  Optional<Path> load() {
    return Optional.ofNullable(load).map(text -> named("--load", text));
  }

  Optional<TrainingFiles> resume() {
    return Optional.ofNullable(resume).map(text -> files("--resume", text));
  }

  Optional<Path> report() {
    return Optional.ofNullable(report).map(text -> fileNamed("--report", text));
  }

  private static TrainingFiles files(String option, String text) {
    if (text.endsWith(".training")) {
      String sentence =
          "%s %s: expected a name without .training, which is that of the file beside it.";
      throw new InvalidInput(sentence.formatted(option, ShellWord.of(text)));
    }
    return new TrainingFiles(fileNamed(option, text));
  }

  /** Standard output has the table, and paths forget the slash that says that a folder is meant. */
  private static Path fileNamed(String option, String text) {
    if (text.equals("-")) {
      throw unnamed(option, text, "");
    }
    if (text.endsWith("/") || text.endsWith(File.separator)) {
      throw unnamed(option, text, ", found that of a folder");
    }
    return named(option, text);
  }

  private static Path named(String option, String text) {
    if (text.isBlank()) {
      throw unnamed(option, text, "");
    }
    String found = ", found characters that no path can have in this locale";
    return PathName.find(text).orElseThrow(() -> unnamed(option, text, found));
  }

  private static InvalidInput unnamed(String option, String text, String found) {
    String sentence = "%s %s: expected the name of a file%s.";
    return new InvalidInput(sentence.formatted(option, ShellWord.of(text), found));
  }
}
