package backprop.parity.candidates;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program in the folder of the plain candidates, and how it is built and run. */
enum PlainProgram {
  C("backprop.c", "cc --version", "cc -o '%2$s' '%1$s' -lm"),
  CPP("backprop.cpp", "c++ --version", "c++ -o '%2$s' '%1$s'"),
  RUST("backprop.rs", "rustc --version", "rustc -o '%2$s' '%1$s'"),
  GO("backprop.go", "go version", "go build -o '%2$s' '%1$s'"),
  RUBY("backprop.rb", "ruby --version", "ruby '%1$s'"),
  R("backprop.R", "Rscript --version", "Rscript '%1$s'"),
  OCTAVE("backprop.m", "octave-cli --version", "octave-cli '%1$s'"),
  JULIA("backprop.jl", "julia --version", "julia '%1$s'");

  private final String file;
  private final String probe;
  private final String command;

  PlainProgram(String file, String probe, String command) {
    this.file = file;
    this.probe = probe;
    this.command = command;
  }

  Path source() {
    return Path.of(System.getProperty("basedir", "."))
        .resolve("candidates/plain")
        .resolve(file)
        .toAbsolutePath();
  }

  /**
   * The command that builds and runs it; empty where its language is not installed.
   *
   * @param folder for what is built
   */
  Optional<String> command(Path folder) throws IOException, InterruptedException {
    return succeeds(probe)
        ? Optional.of(built(folder.resolve("backprop-" + name())))
        : Optional.empty();
  }

  /** Built only once; what is interpreted needs no building. */
  private String built(Path program) {
    String whole = command.formatted(source(), program);
    return whole.contains(" -o ")
        ? "[ -x '%1$s' ] || %2$s; '%1$s'".formatted(program, whole)
        : whole;
  }

  private static boolean succeeds(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(30, TimeUnit.SECONDS);
    process.destroyForcibly();
    return ended && process.exitValue() == 0;
  }
}
