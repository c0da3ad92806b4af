package backprop.parity.course;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * What runs a learner's file on this machine.
 *
 * @param language of the file
 */
record Interpreter(Language language) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONGEST_CALL = Duration.ofSeconds(2);
  private static final Map<Language, Boolean> FOUND = new ConcurrentHashMap<>();

  /** The command for a file. */
  String command(Path file) {
    return language == Language.JAVA
        ? new CompiledProgram(file).command()
        : language.command(file.toAbsolutePath().toString());
  }

  /** Goes through the course with a file that holds this program. */
  CourseReport follow(Path file, String text) {
    String command = command(write(file, text));
    try (CourseSession lecture = new CourseSession(command, PATIENCE, LONGEST_CALL, line -> {})) {
      return lecture.hold();
    }
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  /** Skips the test, and says why, where the language is absent; Java never is. */
  void assumeInstalled() {
    boolean found = language == Language.JAVA || FOUND.computeIfAbsent(language, this::isFound);
    assumeTrue(found, () -> "not installed here: " + language.interpreter());
  }

  private boolean isFound(Language asked) {
    try {
      Process process =
          new ProcessBuilder(asked.interpreter(), "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
