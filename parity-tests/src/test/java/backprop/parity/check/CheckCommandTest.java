package backprop.parity.check;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Backprop;
import backprop.parity.cli.Run;
import backprop.parity.sources.candidate.AnsweringProgram;
import backprop.parity.sources.candidate.Misbehaving;
import backprop.parity.sources.candidate.StrayProcess;
import backprop.parity.suites.DefaultSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code check} as its users see it: exit code, verdict, and one sentence where there is none. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class CheckCommandTest {
  private static final String[] KEYS = {
    "verdict",
    "casesCompared",
    "casesSkipped",
    "entriesCompared",
    "identicalBits",
    "undecidable",
    "worst",
    "firstDivergence",
    "pattern",
    "mistakes",
    "note"
  };

  @TempDir private Path folder;
  private Path answers;

  @BeforeEach
  void writeTheAnswers() throws IOException {
    answers = folder.resolve("answers.jsonl");
    Files.writeString(answers, Run.backprop("gradients", "mazur", "cs231n").output());
  }

  private Run misbehaving(String mode, String... options) {
    String[] arguments = {
      "check", "--command", Misbehaving.command(mode, answers), "--cases", "mazur", "cs231n"
    };
    return Run.backprop(joined(arguments, options));
  }

  private static Run answering(String mode, String... options) {
    String[] arguments = {"check", "--command", AnsweringProgram.command(mode)};
    return Run.backprop(joined(arguments, options));
  }

  private static String[] joined(String[] first, String[] second) {
    String[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  @Test
  void aRoundedNumberIsSaidToBeRounded() throws IOException {
    String text = Files.readString(answers);
    String rounded = text.replace("\"cost\":0.2983711087600027", "\"cost\":0.298371109");
    assertThat(rounded).isNotEqualTo(text);
    Files.writeString(answers, rounded);
    Run run = misbehaving("one-line-more");
    assertThat(run.output())
        .containsSubsequence(
            "first wrong  cost, step 3, case mazur\n",
            "expected 0.2983711087600027, found 0.298371109\n",
            "right to 9 digits: is it rounded?\n",
            "should be ");
  }

  @Test
  void theLoopsInAnotherProcessAgreeInEveryBit() {
    Run run = answering("right");
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).startsWith("AGREES").doesNotContain("\u001b");
    assertThat(run.output())
        .containsPattern(
            DefaultSuite.cases().size() + " cases, (\\d+) numbers; \\1 with identical bits");
  }

  @Test
  void aHiddenDerivativeThatIsMissingDisagreesWithItsPattern() {
    Run run = answering("hidden-derivative-missing", "--cases", "mazur", "hello");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .startsWith("DISAGREES")
        .contains("last layer right, every hidden layer wrong")
        .contains("biasGradients[1][0], step 5, case mazur")
        .contains("deltas[1][0][0] * 1")
        .endsWith(
            "Next: backprop explain mazur --entry 'biasGradients[1][0]'\n"
                + "      shows every term of it.\n");
  }

  @Test
  void whatNoCarelessFormulaExplainsUnderStressDisagrees() {
    String[] options = {"--stress", "--only", "identity,squared-error,mean"};
    Run run = answering("fragile", joined(options, new String[] {"--json"}));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("\"verdict\":\"disagrees\"")
        .contains("\"entry\":\"weightGradients[2][0][0]\"")
        .contains("\"actual\":\"NaN\",\"boundRatio\":\"Infinity\"");
  }

  @Test
  void notANumberIsAWrongEntry() {
    Run run = answering("not-a-number", "--cases", "mazur", "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("\"actual\":\"NaN\",\"boundRatio\":\"Infinity\"");
  }

  @Test
  void nothingComparedIsNoPass() {
    Run run = answering("knows-nothing", "--cases", "mazur", "hello");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.output()).isEmpty();
    assertThat(run.errors())
        .startsWith("Nothing was compared: every case was skipped. --only asks");
  }

  @Test
  void aMisspeltStepIsMentioned() {
    Run run = answering("misspells", "--cases", "mazur");
    assertThat(run.exitCode()).isZero();
    assertThat(run.errors())
        .isEqualTo(
            "Ignored keys that a result does not have: delta. Is one of them a misspelt step?\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crash-at-once | case mazur: it ended with exit code 5",
        "crash-midway | case cs231n: it ended with exit code 7",
        "chatter | case mazur: expected one line with the result in JSON, found \"epoch 1:",
        "wrong-shape | .weightGradients: expected "
      })
  void noUsableAnswerIsOneSentenceAndExitCode3(String mode, String sentence) {
    Run run = misbehaving(mode);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.output()).isEmpty();
    assertThat(run.errors()).contains(sentence).doesNotContain("\tat ");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no tee")
  void everyCaseIsAskedAtTheLearningRateOfTheOption() throws IOException {
    Path asked = folder.resolve("asked.jsonl");
    String command = "tee '" + asked + "' | " + AnsweringProgram.command("right");
    Run run =
        Run.backprop(
            "check", "--command", command, "--cases", "mazur", "hello", "--learning-rate", "0.125");
    assertThat(run.output()).startsWith("AGREES").contains("2 cases, 142 numbers");
    assertThat(Files.readAllLines(asked))
        .hasSize(2)
        .allMatch(line -> line.contains("\"learningRate\":0.125"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.5"})
  void aLearningRateThatMovesNothingDownhillIsRefused(String rate) {
    Run run = answering("right", "--learning-rate", rate);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("expected a number above 0");
  }

  @Test
  void theTimeoutIsAnOption() {
    Run run = misbehaving("silent", "--timeout", "0.7");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors()).contains("case mazur: no answer within 0.7 s");
  }

  @Test
  void noAnswerIsAVerdictInJsonToo() {
    Run run = misbehaving("crash-midway", "--json");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.output()).startsWith("{\"verdict\":\"no-answer\",\"casesCompared\":1,");
  }

  @Test
  void theJsonHasAllKeysInOneLine() {
    Run run = misbehaving("good", "--json");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).hasLineCount(1).startsWith("{\"verdict\":\"agrees\"");
    for (String key : KEYS) {
      assertThat(run.output()).contains("\"" + key + "\":");
    }
    assertThat(run.output()).contains("\"firstDivergence\":null,\"pattern\":null,\"mistakes\":[]");
  }

  @Test
  void whatHasNoBoundAnywhereIsNotAPass() throws IOException {
    Path huge = folder.resolve("huge.json");
    Files.writeString(
        huge,
        """
        {"format": "backprop-case-1", "name": "huge", "cost": "squared-error", "reduction": "sum",
         "layers": [{"activation": "identity", "weights": [[1e308, 1e308]], "biases": [1e308]}],
         "inputs": [[1e308, 1e308]], "targets": [[0]]}""");
    Run run = answering("right", "--cases", huge.toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors())
        .isEqualTo("Nothing can be told: there is no bound for any number of these cases.\n");
  }

  @Test
  void aCommaAloneSelectsNothing() {
    Run run = answering("right", "--only", ",");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).startsWith("--only : expected one of");
  }

  @Test
  void neverExitingIsSaidButStillAgrees() {
    Run run = misbehaving("never-exits");
    assertThat(run.exitCode()).isZero();
    assertThat(run.errors()).contains("went on running after the end of its input");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there, ending a process asks nobody")
  void endingTheCheckEndsTheProgram() throws IOException, InterruptedException {
    Process check =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Backprop.class.getName(),
                "check",
                "--command",
                Misbehaving.command("never-reads", answers) + "; true")
            .start();
    List<ProcessHandle> family = check.descendants().toList();
    while (family.size() < 2 && check.isAlive()) {
      Thread.sleep(20);
      family = check.descendants().toList();
    }
    assertThat(family).as("the shell and the program").hasSize(2);
    check.destroy();
    check.waitFor();
    assertThat(family).as("stray processes").noneMatch(StrayProcess::is);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check",
        "check --command a --result b",
        "check --case mazur",
        "check --command a --only sigmoyd",
        "check --command a --precision quarter",
        "check --command a --timeout 0",
        "check --command a --cases no-such-case",
        "check --command a --only softmax,tanh,one-layer,two-layers",
        "check --case mazur --result no-such-file"
      })
  void whatCannotBeMeantIsExitCode2(String line) {
    Run run = Run.backprop(line.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).isEmpty();
    assertThat(run.errors()).hasLineCount(1);
  }

  @Test
  void theHelpTeachesByExample() {
    Run run = Run.backprop("check", "--help");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains("--command 'perl mine.pl'")
        .contains("one line of JSON")
        .contains("half-squared-error");
  }
}
