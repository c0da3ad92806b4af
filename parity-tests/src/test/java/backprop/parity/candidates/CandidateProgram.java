package backprop.parity.candidates;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One of the example programs while it runs: a line in, a line out. */
final class CandidateProgram implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<String> command;
  private final Process process;
  private final BufferedWriter questions;
  private final BufferedReader answers;

  private CandidateProgram(List<String> command, Process process) {
    this.command = command;
    this.process = process;
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
  }

  /** Starts a command in the folder of the example programs; what it complains of is shown. */
  static CandidateProgram start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(Path.of(System.getProperty("basedir", ".")).resolve("candidates").toFile());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new CandidateProgram(command, builder.start());
  }

  /** Whether a command that is given no input can be started here and ends without an error. */
  static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
      Process process = builder.start();
      process.getOutputStream().close();
      return process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notInstalled) {
      return false;
    }
  }

  /** Whether another question makes sense. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for the answer before it returns, so a program that does not flush is found out. */
  String answer(String question) throws IOException, InterruptedException {
    questions.write(question + "\n");
    questions.flush();
    return nextLine();
  }

  /** The next line of its output, null at the end. */
  String nextLine() throws InterruptedException {
    CompletableFuture<String> line = CompletableFuture.supplyAsync(this::readLine);
    try {
      return line.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException problem) {
      throw new AssertionError(command + " gave no answer", problem);
    }
  }

  private String readLine() {
    try {
      return answers.readLine();
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  /** Ends its input and waits for it to end. */
  int exitCode() throws IOException, InterruptedException {
    questions.close();
    boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      throw new AssertionError(command + " goes on after the end of its input");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
