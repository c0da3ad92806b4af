package backprop.parity.check;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import backprop.parity.io.PlainWriter;
import backprop.parity.model.Case;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.DefaultSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs that speak no JSON, and such that read all their input before they answer. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no cat")
class PlainCheckTest {
  @TempDir private Path folder;

  /** A program that reads to the end of its input and then writes this. */
  private String readingAll(String answers) throws IOException {
    Path file = Files.writeString(folder.resolve("answers.txt"), answers);
    return "cat > /dev/null; cat '" + file + "'";
  }

  private static String rightAnswers() {
    return DefaultSuite.cases().stream()
        .map(question -> PlainWriter.write(question, new LoopsSource().answer(question)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void rightNumbersAgreeWhenAllCasesComeAtOnce() throws IOException {
    Run run =
        Run.backprop("check", "--plain", "--all-at-once", "--command", readingAll(rightAnswers()));
    assertThat(run.errors()).isEmpty();
    assertThat(run.output())
        .startsWith("AGREES")
        .containsPattern(
            DefaultSuite.cases().size() + " cases, (\\d+) numbers; \\1 with identical bits");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aWrongNumberDisagrees() throws IOException {
    Case first = DefaultSuite.cases().get(0);
    String right = PlainWriter.write(first, new LoopsSource().answer(first));
    String wrong = right.replaceFirst("[^ ]+$", "nan");
    String command = readingAll(wrong + "\n");
    Run run =
        Run.backprop(
            "check", "--plain", "--all-at-once", "--command", command, "--cases", first.name());
    assertThat(run.output()).startsWith("DISAGREES").contains("found NaN");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void askedOneByOneSuchAProgramIsSilentAndToldOfTheOption() throws IOException {
    String command = readingAll(rightAnswers());
    Run run = Run.backprop("check", "--plain", "--timeout", "0.3", "--command", command);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors())
        .contains("case hello: no answer within 0.3 s")
        .contains("--all-at-once");
  }

  @Test
  void anAnswerInJsonIsNotPlain() throws IOException {
    Run run = Run.backprop("check", "--plain", "--all-at-once", "--command", readingAll("{}\n"));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors())
        .contains(
            "case hello: expected one line that begins with \"gradients\", \"updates\" or"
                + " \"unsupported\", found \"{}\".");
  }

  @Test
  void everyCaseUnsupportedIsNoPass() throws IOException {
    String command = readingAll("unsupported no idea\n".repeat(DefaultSuite.cases().size()));
    Run run = Run.backprop("check", "--plain", "--all-at-once", "--command", command);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors())
        .startsWith("Nothing was compared: every case was skipped. --only asks");
  }

  @Test
  void fuzzSpeaksItTooAndSaysSoInTheCommandThatReproduces() {
    String command = "while read line; do echo 'gradients 0'; done";
    Path file = folder.resolve("smallest.json");
    Run run = Run.backprop("fuzz", "--plain", "--command", command, "--save", file.toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors()).contains("numbers, found 1.");
    assertThat(run.output()).contains("reproduce  backprop check --plain --command ");
  }

  @Test
  void aRecordedResultIsJson() {
    Run run = Run.backprop("check", "--plain", "--case", "mazur", "--result", "some.json");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("a recorded result is JSON");
  }
}
