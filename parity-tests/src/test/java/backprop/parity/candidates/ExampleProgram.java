package backprop.parity.candidates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program in the folder of the candidates, and what its page promises of it. */
enum ExampleProgram {
  PERL("perl", "-MJSON::PP -e 1", "perl/backprop.pl"),
  PYTHON("python3", "-c 1", "python/backprop.py"),
  JAVASCRIPT("node", "-e 1", "javascript/backprop.mjs"),
  JAVA("java", "-version", "-XX:TieredStopAtLevel=1 java/Backprop.java"),
  C("cc", "--version", "-O2 -ffp-contract=off -o %s c/backprop.c", Start.COMPILED),
  RUST("rustc", "--version", "-O -o %s rust/backprop.rs", Start.COMPILED),
  NUMPY("python3", has("numpy"), "numpy/backprop_numpy.py", 0.75),
  PYTORCH("python3", has("torch"), "pytorch/backprop_pytorch.py", 0.85);

  /** How a program comes to run. */
  private enum Start {
    INTERPRETED,
    COMPILED
  }

  private final String tool;
  private final String probe;
  private final String arguments;
  private final Start start;

  /** Whether it promises the loops' bits. */
  final boolean exact;

  final double leastShare;

  /** A program that answers everything to the bit. */
  ExampleProgram(String tool, String probe, String arguments) {
    this(tool, probe, arguments, Start.INTERPRETED);
  }

  ExampleProgram(String tool, String probe, String arguments, Start start) {
    this(tool, probe, arguments, start, true, 1.0);
  }

  /** A program that answers a share of the cases, with a library's sums. */
  ExampleProgram(String tool, String probe, String arguments, double leastShare) {
    this(tool, probe, arguments, Start.INTERPRETED, false, leastShare);
  }

  ExampleProgram(
      String tool, String probe, String arguments, Start start, boolean exact, double leastShare) {
    this.tool = tool;
    this.probe = probe;
    this.arguments = arguments;
    this.start = start;
    this.exact = exact;
    this.leastShare = leastShare;
  }

  /** Looks for a Python library without loading it, which can take seconds. */
  private static String has(String library) {
    return "-c \"import importlib.util, sys; sys.exit(importlib.util.find_spec('%s') is None)\""
        .formatted(library);
  }

  /** The command that starts it; empty where its language or library is not installed. */
  Optional<String> command() throws IOException, InterruptedException {
    // A Python of one's own stands before the system's, which may have the libraries.
    for (String each : List.of(tool, "/usr/bin/" + tool)) {
      if (succeeds(each + " " + probe)) {
        String inFolder = "cd \"%s\" && ".formatted(folder());
        return Optional.of(
            start == Start.INTERPRETED
                ? inFolder + each + " " + arguments
                : compiled(inFolder + each + " " + arguments));
      }
    }
    return Optional.empty();
  }

  private String compiled(String command) throws IOException, InterruptedException {
    Path target = Path.of(System.getProperty("basedir", "."), "target", "candidates");
    Path program = Files.createDirectories(target).resolve("backprop-" + tool).toAbsolutePath();
    String compilation = command.formatted("\"" + program + "\"");
    if (!succeeds(compilation)) {
      throw new IllegalStateException("this failed: " + compilation);
    }
    return "\"" + program + "\"";
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
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    return ended && process.exitValue() == 0;
  }
}
