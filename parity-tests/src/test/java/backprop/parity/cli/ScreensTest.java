package backprop.parity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.terminal.ScreenWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * What the commands print fits a terminal of 80 columns.
 *
 * <p>The mistakes, the screens of the course and every step of the examples are measured where they
 * are tested, too.
 */
class ScreensTest {
  @TempDir private Path folder;

  static Stream<String> commands() {
    return Stream.concat(Stream.of(""), Backprop.commandLine().getSubcommands().keySet().stream());
  }

  private static String help(String command) {
    return Run.backprop((command + " --help").strip().split(" ")).output();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyHelpFitsAndHidesNothing(String command) {
    String help = help(command);
    ScreenWidth.requireFits(help);
    assertThat(help).startsWith("Usage: backprop").contains("--help");
  }

  /** Picocli breaks lines at hyphens and commas; on its widest lines it breaks nothing. */
  @ParameterizedTest
  @MethodSource("commands")
  void noHelpIsBrokenInsideAWord(String command) {
    CommandLine commandLine = Backprop.commandLine();
    CommandLine asked = command.isEmpty() ? commandLine : commandLine.getSubcommands().get(command);
    String unbroken = asked.setUsageHelpWidth(10_000).getUsageMessage();
    assertThat(help(command).split("\\s+")).containsExactly(unbroken.split("\\s+"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyExampleInAHelpStandsOnOneLine(String command) {
    CommandLine asked = Backprop.commandLine().getSubcommands().get(command);
    if (asked != null) {
      String[] footer = asked.getCommandSpec().usageMessage().footer();
      List<String> examples =
          Arrays.stream(footer).filter(line -> line.startsWith("  backprop ")).toList();
      assertThat(examples).isNotEmpty();
      assertThat(help(command).lines()).containsAll(examples);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain",
        "explain --list",
        "explain oreilly-notes --all --bits --samples rows --weights inputs-by-outputs",
        "mistakes",
        "train",
        "train women --epochs 2",
        "train xor --epochs 2 --both",
        "train circles-and-crosses --epochs 1",
        "gradients --digest"
      })
  void theScreenFits(String command) {
    Run run = Run.backprop(command.split(" "));
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output()).isNotBlank();
    ScreenWidth.requireFits(run.output());
  }

  static Stream<String> examples() {
    return WorkedExamples.names().stream();
  }

  /** One of every kind of number that a case has. */
  @ParameterizedTest
  @MethodSource("examples")
  void oneNumberWithAllItsTermsFits(String name) {
    ScreenWidth.requireFits(Run.backprop("explain", name, "--entry", Entry.COST).output());
    Result loops = new LoopsSource().answer(WorkedExamples.named(name));
    for (Quantity quantity : Quantity.values()) {
      for (int l = 1; l <= loops.depth(); l++) {
        if (loops.values(quantity, l).isPresent()) {
          String entry = quantity.entryName(l, 0, 0);
          Run run = Run.backprop("explain", name, "--entry", entry);
          assertThat(run.exitCode()).as(run.errors()).isZero();
          ScreenWidth.requireFits(run.output());
        }
      }
    }
  }

  /** With the first number right, and with another one in its place. */
  @ParameterizedTest
  @MethodSource("examples")
  void theVerdictFits(String name) throws IOException {
    Path answer = folder.resolve("answer.json");
    String right = Run.backprop("gradients", name).output();
    for (String result : new String[] {right, right.replaceFirst("\\[\\[[^],]+", "[[7")}) {
      Files.writeString(answer, result);
      Run run = Run.backprop("check", "--case", name, "--result", answer.toString());
      assertThat(run.exitCode()).isEqualTo(result.equals(right) ? 0 : 1);
      ScreenWidth.requireFits(run.output());
    }
  }
}
