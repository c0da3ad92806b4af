package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import backprop.parity.sources.candidate.Misbehaving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a learner is told when the program or one of its functions fails. */
class FollowFailuresTest extends LearnersCommands {
  /** What the solution's function does. */
  private static final String SIGMOID =
      """
          if (z < 0) { // exp of a large -z overflows; exp(z) cannot
            return Math.exp(z) / (1 + Math.exp(z));
          }
          return 1 / (1 + Math.exp(-z));
      """
          .strip();

  /** Further questions are asked to tell mistakes apart; their failure is not the one to speak of. */
  @Test
  void aFailureOnALaterQuestionIsNotSpokenOf() throws IOException {
    Path mine = solved();
    replace(mine, "return sum + bias;", "if (inputs.length > 1) System.exit(5); return sum;");
    Run run = follow("--command", java(mine));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("mistake      bias-left-out gives this number:\n");
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void aMistakeThatThrowsStopsItsOwnChapterAndIsShown() throws IOException {
    Path mine = solved();
    replace(mine, "forwardWeights[k][j]", "forwardWeights[j][k + 1]");
    Run run = follow("--command", java(mine));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("✓ 5  bias and weight gradients   new\n✗ 6  hidden delta\n")
        .containsPattern(
            "failed       hiddenDelta stopped:\\s+java.lang.ArrayIndexOutOfBoundsException:\\s")
        .containsPattern("Next: fix line [0-9]+, save, and run this again; --hint 1 helps\\.");
    assertThat(run.errors()).isEmpty();
  }

  /** A function may fail in the question of a later chapter; the hints are of its own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "return sum + bias; | if (bias == 0.15) throw new Error(); $0 | hint One sum that starts at 0 |"
            + " formula z is a sum | # Chapter 2 ·",
        "return columns; | System.exit(0); $0 | hint Nothing is computed here | formula Only transpose |"
            + " # Chapter 7 ·"
      })
  void aFunctionThatFailsHasItsHintsInThreeStages(
      String right, String slip, String hint, String formula, String code) throws IOException {
    Path mine = solved();
    replace(mine, right, slip);
    String command = java(mine);
    assertThat(follow("--command", command).words())
        .contains("failed ")
        .doesNotContain(hint)
        .endsWith(", save, and run this again; --hint 1 helps. ");
    assertThat(follow("--command", command, "--hint", "1").words())
        .contains(hint)
        .doesNotContain(formula)
        .endsWith("--hint 2 helps. ");
    assertThat(follow("--command", command, "--hint", "3").words())
        .contains(hint, formula, code)
        .endsWith(", save, and run this again. ");
  }

  @Test
  void aNumberThatIsNotThereIsExplained() throws IOException {
    Path mine = solved();
    replace(mine, "return 1 / (1 + Math.exp(-z));", "return Double.NaN;");
    Run run = follow("--command", java(mine));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("expected 0.7310585786300049, found NaN\n")
        .contains("NaN comes of 0/0, or of infinity minus infinity.\n");
  }

  @Test
  void whatALearnerPrintsIsShownAndDoesNoHarm() throws IOException {
    Path mine = solved();
    replace(mine, "static Double sigmoid(double z) {", "$0 System.out.println(\"z is \" + z);");
    Run run = follow("--command", java(mine));
    assertThat(run.exitCode()).isZero();
    assertThat(run.errors()).startsWith("printed in circles-and-crosses-").contains("\n  z is ");
    assertThat(run.errors().lines().count()).isLessThan(25);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crash-at-once | 300 | it ended with exit code 5 before it answered. | ends before it answers",
        "output-before-input | 300 | Only results may go to stdout | Chapter 1 · derivative: no usable",
        "sleep | 0.9 | no answer within 0.9 s | Your program does not answer"
      })
  void aProgramThatDoesNotAnswerIsNoPass(
      String mode, String timeout, String sentence, String headline) throws IOException {
    Path answers = Files.createFile(folder.resolve("answers.jsonl"));
    String command = Misbehaving.command(mode, answers);
    Run run = follow("--timeout", timeout, "--command", command);
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors().lines().filter(line -> line.startsWith("case chapter-1-constant: ")))
        .singleElement()
        .asString()
        .contains(sentence)
        .doesNotContain(command, "last words");
    assertThat(run.output()).contains(headline).contains("'backprop follow --start mine.pl'");
    assertThat(progress()).doesNotExist();
  }

  /** It goes past what the starter can turn aside. */
  @Test
  void whatIsPrintedAmongTheAnswersIsToldWithTheFunctionAndAHintInItsLanguage() throws IOException {
    Path mine = solved();
    String printing = "new PrintStream(new FileOutputStream(FileDescriptor.out), true).println(z);";
    replace(mine, "static Double sigmoid(double z) {", "$0 " + printing);
    Run run = follow("--command", "%s \"%s\"".formatted(CompiledProgram.java(), mine));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.output())
        .contains("Your program gives no usable answer")
        .containsPattern("found \"5.0\"\\. Only\\s+results may go to")
        .contains("printed by   one of preActivation, sigmoid")
        .contains("hint         To look at a number: System.err.println(z)\n")
        .doesNotContain("mine.pl");
  }

  @Test
  void anErrorOutsideTheFunctionsIsToldOnceAndWithoutWhatTheStarterSaysOfItself()
      throws IOException {
    Path mine = solved();
    replace(mine, "String answer = answer(question);", "int[] none = {}; none[0]++; $0");
    Run run = follow("--command", "%s \"%s\"".formatted(CompiledProgram.java(), mine));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.output())
        .contains("Your program ends before it answers")
        .contains("instead      it ended with exit code 1 before it answered.\n")
        .containsPattern("error        .*\\s+.*ArrayIndexOutOfBoundsException")
        .containsPattern("Next: fix line [0-9]+, save")
        .doesNotContain("backprop: ");
    assertThat(run.errors())
        .contains("case chapter-1-constant: it ended with exit code 1 before it answered.\n")
        .contains("printed in chapter-1-constant:\n  Exception in thread")
        .doesNotContain("last words", "backprop: ");
  }

  @Test
  void anEndOutsideTheFunctionsIsNotBlamedOnTheOneBeforeIt() throws IOException {
    Path mine = solved();
    replace(mine, "String answer = answer(question);", "$0 System.exit(0);");
    Run run = follow("--command", "%s \"%s\"".formatted(CompiledProgram.java(), mine));
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.output())
        .contains("Your program ends before it answers")
        .contains("instead      it ended with exit code 0 before it answered.\n")
        .doesNotContain("error  ", "backprop: ");
  }

  @Test
  void aFunctionThatEndsTheProgramLeavesTheChaptersBeforeItRight() throws IOException {
    Path mine = solved();
    replace(mine, "return columns;", "System.exit(0); $0");
    Run run = follow("--command", java(mine));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("✓ 6  hidden delta                new\n✗ 7  the slot rule\n")
        .contains("failed       transpose ended the program (exit code 0)\n")
        .contains("function     transpose\n");
  }

  /** Only one question has this bias, and it is asked in chapter 6. */
  @Test
  void anEarlierFunctionThatEndsTheProgramStopsTheChapterThatIsAsked() throws IOException {
    Path mine = solved();
    replace(mine, "return sum + bias;", "if (bias == 0.15) System.exit(0); $0");
    Run run = follow("--command", java(mine));
    assertThat(run.output())
        .contains("✓ 2  one neuron                  new\n")
        .contains("✗ 6  hidden delta\n")
        .contains("failed       preActivation ended the program (exit code 0)\n");
  }

  @Test
  void theReductionThatReturnsNothingIsNamed() throws IOException {
    Path mine = solved();
    replace(
        mine, "return sum * factor;", "return reduction.equals(\"mean\") ? null : sum * factor;");
    String command = "%s \"%s\"".formatted(CompiledProgram.java(), mine);
    assertThat(follow("--command", command, "--hint", "1").output())
        .contains("failed       reduced returned nothing for reduction mean: is there a return?\n")
        .contains("hint         Every sample counts")
        .endsWith("Next: fix reduced, save, and run this again; --hint 2 helps.\n");
  }

  @Test
  void aCommandThatIsMisspeltIsOneSentence() {
    Run run = follow("--command", "pyhton3-is-not-there -");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.output()).isEmpty();
    assertThat(run.errors()).contains("the shell finds no such program; is it misspelt?");
    assertThat(progress()).doesNotExist();
  }

  @Test
  void aFunctionThatReturnsNothingIsToldFromOneThatIsNotWritten() throws IOException {
    Path mine = solved();
    replace(mine, SIGMOID, "return null; // forgotten");
    String command = "%s \"%s\"".formatted(CompiledProgram.java(), mine);
    assertThat(follow("--command", command).output())
        .contains("missing      activations of layer 1, asked by chapter-2-one-input")
        .contains("failed       sigmoid returned nothing: is there a return?");
    replace(mine, "return null; // forgotten", "return null;");
    assertThat(follow("--command", command).output())
        .contains(
            "so far       preActivation: right on this question\n  function     sigmoid\n  predict ");
  }
}
