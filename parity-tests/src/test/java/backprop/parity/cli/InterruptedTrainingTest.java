package backprop.parity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C in the middle of a training leaves a network that can be used, and gone on with. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a signal cannot be sent there")
class InterruptedTrainingTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"INT, 130", "TERM, 143"})
  void theBatchIsFinishedAndTheNetworkSaved(String signal, int exitCode) throws Exception {
    Path file = folder.resolve("mine.json");
    Process process = start("train", "digits", "--epochs", "1000000", "--save", file.toString());
    String output;
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      waitForFirstEpoch(lines);
      send(signal, process);
      output = lines.lines().reduce("", (text, line) -> text + line + "\n");
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isEqualTo(exitCode);
    assertThat(output).contains("ended     interrupted in epoch ", "backprop train --resume ");
    assertThat(Run.backprop("explain", file.toString()).exitCode()).isZero();
    assertThat(Files.list(folder)).hasSize(2);
  }

  private static void waitForFirstEpoch(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith("       1 ")) {
      line = lines.readLine();
    }
    assertThat(line).as("the line of epoch 1").isNotNull();
  }

  private static void send(String signal, Process process) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start();
    assertThat(kill.waitFor()).isZero();
  }

  private static Process start(String... arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Backprop.class.getName());
    builder.command().addAll(java.util.List.of(arguments));
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
