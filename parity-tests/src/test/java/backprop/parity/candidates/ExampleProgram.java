package backprop.parity.candidates;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program in the folder of the candidates, and what its page promises of it. */
enum ExampleProgram {
  PERL("perl", "-MJSON::PP -e 1", "perl/backprop.pl", 0.75, Layouts.ONE),
  PYTHON("python3", "-c 1", "python/backprop.py", 0.75, Layouts.BOTH),
  JAVASCRIPT("node", "-e 1", "javascript/backprop.mjs", 0.75, Layouts.BOTH),
  JAVA("java", "-version", "-XX:TieredStopAtLevel=1 java/Backprop.java", 0.75, Layouts.ONE),
  NUMPY("python3", has("numpy"), "numpy/backprop_numpy.py", 0.75, Layouts.BOTH),
  PYTORCH("python3", has("torch"), "pytorch/backprop_pytorch.py", 0.85, Layouts.BOTH);

  /** Whether it takes weights with a row per input, too. */
  enum Layouts {
    ONE,
    BOTH
  }

  private final String interpreter;
  private final String probe;
  private final String arguments;
  final double leastShare;
  final Layouts layouts;

  ExampleProgram(
      String interpreter, String probe, String arguments, double leastShare, Layouts layouts) {
    this.interpreter = interpreter;
    this.probe = probe;
    this.arguments = arguments;
    this.leastShare = leastShare;
    this.layouts = layouts;
  }

  /** Looks for a Python library without loading it, which can take seconds. */
  private static String has(String library) {
    return "-c \"import importlib.util, sys; sys.exit(importlib.util.find_spec('%s') is None)\""
        .formatted(library);
  }

  /** The command that starts it; empty where its language or library is not installed. */
  Optional<String> command() throws IOException, InterruptedException {
    // A Python of one's own stands before the system's, which may have the libraries.
    for (String each : List.of(interpreter, "/usr/bin/" + interpreter)) {
      if (succeeds(each + " " + probe)) {
        return Optional.of("cd \"%s\" && %s %s".formatted(folder(), each, arguments));
      }
    }
    return Optional.empty();
  }

  private static Path folder() {
    return Path.of(System.getProperty("basedir", ".")).resolve("candidates").toAbsolutePath();
  }

  private static boolean succeeds(String command) throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    List<String> shell = windows ? List.of("cmd", "/c", command) : List.of("sh", "-c", command);
    ProcessBuilder builder = new ProcessBuilder(shell).redirectErrorStream(true);
    Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(30, TimeUnit.SECONDS);
    process.destroyForcibly();
    return ended && process.exitValue() == 0;
  }
}
