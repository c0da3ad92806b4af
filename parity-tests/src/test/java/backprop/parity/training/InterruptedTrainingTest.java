package backprop.parity.training;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Backprop;
import backprop.parity.cli.Run;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C in the middle of a training leaves a network that can be used, and gone on with. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a signal cannot be sent there")
class InterruptedTrainingTest {
  /** The second signal, in a mask. */
  private static final long INTERRUPT = 1L << 1;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void theBatchIsFinishedAndTheNetworkSaved(String signal, int exitCode) throws Exception {
    assumeHeard(signal);
    Path file = folder.resolve("mine.json");
    Process process = start("train", "digits", "--epochs", "1000000", "--save", file.toString());
    String output;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      waitFor("       1 ", lines);
      send(signal, process);
      // It has to end first: reading on from a program that does not would never return.
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ended").isTrue();
      output = lines.lines().reduce("", (text, line) -> text + line + "\n");
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(exitCode);
    assertThat(output).contains("ended     interrupted in epoch ", "backprop train --resume ");
    assertThat(Run.backprop("explain", file.toString()).exitCode()).isZero();
    assertThat(folder.toFile().list()).hasSize(2);
  }

  /** One batch of this takes minutes, and nobody wants to wait for its end twice. */
  @Test
  void aSecondSignalEndsAtOnce() throws Exception {
    assumeHeard("INT");
    Process process = start(withALongBatch());
    String output;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      waitFor("   epoch ", lines);
      send("INT", process);
      // Two signals that wait to be heard at the same time are one.
      waitFor("Finishing the batch; once more to end at once.", lines);
      send("INT", process);
      // It has to end first: reading on from a program that does not would never return.
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ended").isTrue();
      output = lines.lines().reduce("", (text, line) -> text + line + "\n");
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(output).isEmpty();
  }

  @Test
  void whatIsDoneIsNotInterruptedByASignalThatComesLater() throws Exception {
    assumeHeard("INT");
    Run run = Run.of(InterruptedTrainingTest::trainWithASignalAtTheEnd);
    assertThat(run.errors()).isEqualTo("Finishing the batch; once more to end at once.\n");
    assertThat(run.output()).contains("ended     all epochs are done");
    assertThat(run.exitCode()).isZero();
  }

  /** The signal comes when the first line of the summary is printed. */
  private static int trainWithASignalAtTheEnd() {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    PrintStream standardError = System.err;
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    System.setOut(
        new PrintStream(System.out, true, StandardCharsets.UTF_8) {
          @Override
          public void println(String line) {
            if (line.startsWith("ended")) {
              interruptThisProgram(errors);
            }
            super.println(line);
          }
        });
    int exitCode = Backprop.commandLine().execute("train", "xor", "--epochs", "2");
    standardError.print(errors.toString(StandardCharsets.UTF_8));
    return exitCode;
  }

  private static void interruptThisProgram(ByteArrayOutputStream errors) {
    try {
      new ProcessBuilder("kill", "-INT", "" + ProcessHandle.current().pid()).start().waitFor();
      for (int wait = 0; wait < 3000 && errors.size() == 0; wait++) {
        Thread.sleep(100);
      }
    } catch (IOException | InterruptedException problem) {
      throw new IllegalStateException(problem);
    }
  }

  private static void waitFor(String beginning, BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith(beginning)) {
      line = lines.readLine();
    }
    assertThat(line).as("a line that starts with" + beginning).isNotNull();
  }

  /** A shell's background jobs ignore Ctrl-C, and so does all that they start. */
  private static void assumeHeard(String signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!signal.equals("INT") || !Files.isReadable(status)) {
      return;
    }
    try (Stream<String> lines = Files.lines(status)) {
      String ignored = lines.filter(line -> line.startsWith("SigIgn:")).findAny().orElseThrow();
      long mask = Long.parseUnsignedLong(ignored.replaceFirst("SigIgn:\\s*", ""), 16);
      Assumptions.assumeTrue((mask & INTERRUPT) == 0, "SIGINT is ignored here");
    }
  }

  private static void send(String signal, Process process) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start();
    assertThat(kill.waitFor()).isZero();
  }

  private static String[] withALongBatch(String... more) {
    List<String> arguments =
        List.of("train", "digits", "--layers", "3000,3000", "--batch", "all", "--source", "loops");
    return Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private static Process start(String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Backprop.class.getName());
    builder.command().addAll(List.of(arguments));
    return builder.redirectErrorStream(true).start();
  }
}
