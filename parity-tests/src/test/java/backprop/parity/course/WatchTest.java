package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import backprop.parity.cli.Backprop;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** {@code follow --watch}, from the first save to the last. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class WatchTest {
  @TempDir private Path folder;
  private Path mine;
  private Process watch;
  private BufferedReader output;

  @BeforeEach
  void aLearnerBegins() throws IOException {
    mine = Files.copy(Path.of("course/java/Start.java"), folder.resolve("mine.java"));
  }

  @AfterEach
  void nothingIsLeft() throws InterruptedException {
    watch.destroyForcibly().waitFor();
  }

  @Test
  void everySaveIsAnsweredUntilAllIsDone() throws Exception {
    start(CompiledProgram.java() + " mine.java");
    assertThat(untilWaiting()).contains("→ 2  one neuron").endsWith("Ctrl-C ends this.");
    Files.writeString(mine, "final class Half {");
    assertThat(untilWaiting())
        .containsPattern("── saved at \\d\\d:\\d\\d:\\d\\d ──\n")
        .contains("reached end of file while parsing")
        .contains("Your program does not start")
        .contains("Next: fix line 1, save, and run this again.");
    replaceAsEditorsDo(Files.readString(Path.of("course/java/Solution.java")));
    assertThat(untilWaiting()).contains("✓ 9  learning").contains("Every chapter is right.");
    assertThat(watch.waitFor()).isZero();
  }

  @Test
  void interruptedItLeavesNoProgramBehind() throws Exception {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "no gentle end there");
    Files.writeString(
        mine,
        """
        class Hanging {
          public static void main(String[] arguments) throws Exception {
            System.err.println("hanging");
            Thread.sleep(600_000);
          }
        }
        """);
    start(CompiledProgram.java() + " mine.java");
    assertThat(output.readLine()).isEqualTo("hanging");
    List<ProcessHandle> programs = watch.descendants().toList();
    assertThat(programs).isNotEmpty();
    watch.destroy();
    watch.waitFor();
    for (ProcessHandle program : programs) {
      program.onExit().get(60, TimeUnit.SECONDS);
    }
    assertThat(programs).noneMatch(ProcessHandle::isAlive);
  }

  private void start(String command) throws IOException {
    List<String> words =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Backprop.class.getName(),
            "follow",
            "--watch",
            "--timeout",
            "100",
            "--command",
            command);
    watch = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    output = watch.inputReader(StandardCharsets.UTF_8);
  }

  /** What it says until it waits for the next save, or ends. */
  private String untilWaiting() throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(said.isEmpty() ? "" : "\n").append(line);
      if (line.startsWith("Waiting until mine.java is saved")) {
        break;
      }
    }
    return said.toString();
  }

  private void replaceAsEditorsDo(String text) throws IOException {
    Path written = Files.writeString(folder.resolve(".mine.java.new"), text);
    Files.delete(mine);
    Files.move(written, mine);
  }
}
