package backprop.parity.sources.candidate;

import java.util.List;
import java.util.Locale;

/** The platform's shell, so that quotes, variables and pipes in a command mean what they always do. */
final class Shell {
  private static final int UNIX_NOT_FOUND = 127;
  private static final int WINDOWS_NOT_FOUND = 9009;

  private Shell() {}

  static List<String> running(String command) {
    return isWindows() ? List.of("cmd", "/c", command) : List.of("sh", "-c", command);
  }

  /** What an exit code means, with a space in front, or nothing. */
  static String meaning(int exitCode) {
    return isFound(exitCode) ? "" : " (the shell found no such program)";
  }

  /** Whether there was a program that could give this exit code. */
  static boolean isFound(int exitCode) {
    return exitCode != (isWindows() ? WINDOWS_NOT_FOUND : UNIX_NOT_FOUND);
  }

  private static boolean isWindows() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }
}
