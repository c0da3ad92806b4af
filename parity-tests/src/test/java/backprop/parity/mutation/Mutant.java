package backprop.parity.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

/**
 * One change to one line, and whether a test noticed it.
 *
 * @param className in which class
 * @param mutator the name PIT has for this kind of change
 * @param line the text of the line, which outlives its number
 * @param noticed whether a test failed because of it, or never ended
 */
record Mutant(String className, String mutator, String method, String line, boolean noticed) {
  private static final List<Path> SOURCES =
      List.of(
          Path.of("../loops/src/main/java"),
          Path.of("../matrix/src/main/java"),
          Path.of("src/main/java"));

  /** From a line of PIT's report: file, class, mutator, method, line, status, test. */
  static Mutant of(String reported) {
    String[] fields = reported.split(",", 7);
    String mutator = fields[2].substring(fields[2].lastIndexOf('.') + 1);
    String text = sourceLine(fields[1], fields[0], Integer.parseInt(fields[4]));
    boolean noticed = List.of("KILLED", "TIMED_OUT", "MEMORY_ERROR").contains(fields[5]);
    return new Mutant(fields[1], mutator, fields[3], text, noticed);
  }

  /** How the list of those that live names it. */
  String name() {
    return "%s.%s | %s | %s".formatted(className, method, mutator, line);
  }

  private static String sourceLine(String className, String file, int number) {
    Path source =
        source(className, file)
            .orElseThrow(() -> new IllegalStateException("no source of " + className));
    try {
      return Files.readAllLines(source).get(number - 1).strip();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Whether a line of a report is younger than the source it speaks of. */
  static boolean isCurrent(String reported, FileTime report) {
    String[] fields = reported.split(",", 3);
    Optional<Path> source = source(fields[1], fields[0]);
    try {
      return source.isPresent() && Files.getLastModifiedTime(source.get()).compareTo(report) < 0;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Optional<Path> source(String className, String file) {
    String folder = className.substring(0, className.lastIndexOf('.')).replace('.', '/');
    return SOURCES.stream()
        .map(source -> source.resolve(folder).resolve(file))
        .filter(Files::exists)
        .findFirst();
  }
}
