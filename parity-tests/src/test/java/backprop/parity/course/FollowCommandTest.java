package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import backprop.parity.terminal.ScreenWidth;
import backprop.parity.terminal.ShellWord;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a learner types, and what comes back. */
class FollowCommandTest extends LearnersCommands {
  @Test
  void anEmptyJavaFileGetsToItsFirstChapter() throws IOException {
    Path mine = Files.createFile(folder.resolve("mine.java"));
    Run start = follow("--start", mine.toString());
    assertThat(start.exitCode()).as(start.errors()).isZero();
    assertThat(start.output())
        .contains("mine.java: written; chapter 2 is next")
        .contains("Next: backprop follow --command 'javac -Xlint:all -d ");
    Run run = follow("--command", "%s \"%s\"".formatted(CompiledProgram.java(), mine));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("✓ 1  derivative                  new\n→ 2  one neuron\n  3  a layer\n")
        .contains("Chapter 2 · one neuron: not there yet")
        .contains("missing      preActivations of layer 1, asked by chapter-2-one-input")
        .contains("functions    preActivation, sigmoid\n")
        .contains("read         tutorial%s02-one-neuron.md\n".formatted(File.separator));
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void aMistakeIsShownWithItsEntryItsTermsItsNameAndAHint() throws IOException {
    Path mine = solved();
    replace(mine, "sum * sigmoidDerivative(preActivations[j])", "sum");
    Run run = follow("--command", java(mine));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .containsSubsequence(
            "✓ 5  bias and weight gradients   new\n✗ 6  hidden delta\n",
            "Chapter 6 · hidden delta: not right yet\n",
            "wrong        deltas[1][0][0]: layer 1, neuron 0, sample 0 (layers[0] of your",
            "expected -0.01749504851413724, found -0.07958594962129877\n",
            "should be    (0.6*(-0.0899797) + (-0.3)*0.0853271) * 0.219826 = -0.017495\n",
            "forwardWeights[0][0] * forwardDelta[0]\n",
            "+ forwardWeights[1][0] * forwardDelta[1],\n",
            "then * f′(preActivations[0])\n",
            "mistake      hidden-derivative-missing gives this number:\n",
            "Multiply the sum by f′(z), once.\n",
            "hint         The roads from neuron j",
            "06-hidden-delta.md\n",
            "Next: backprop explain chapter-6-square --entry 'deltas[1][0][0]'");
  }

  /** A question first; then a hint, the formula and, last of all, the code. */
  @Test
  void aHintHasThreeStages() {
    String mine = folder.resolve("mine.py").toString();
    follow("--start", mine, "--chapter", "6");
    Interpreter python = new Interpreter(Language.PYTHON);
    python.assumeInstalled();
    String command = python.command(Path.of(mine));
    String question = "predict      A hidden neuron sends to two neurons.";
    String hint = "hint         The roads from neuron j";
    String formula = "formula      For every hidden neuron j, the sum over k";
    String code = "total += forward_weights[k][j] * forward_delta[k]";
    assertThat(follow("--command", command).output())
        .contains(question)
        .endsWith("; --hint 1 helps.\n")
        .doesNotContain(hint, formula, code);
    assertThat(follow("--command", command, "--hint", "1").output())
        .contains(question, hint)
        .endsWith("; --hint 2 helps.\n")
        .doesNotContain(formula, code);
    assertThat(follow("--command", command, "--hint", "2").output())
        .contains(question, hint, formula)
        .doesNotContain(code);
    Run last = follow("--command", command, "--hint", "3");
    assertThat(last.output()).contains(question, hint, formula, code).doesNotContain("--hint");
    assertThat(last.exitCode()).isEqualTo(1);
  }

  @Test
  void aSlipOfThePenIsNamedInTheWordsOfTheFunction() throws IOException {
    Path mine = solved();
    replace(
        mine,
        "preActivation(weights[j], inputs, biases[j])",
        "preActivation(weights[j], inputs, biases[0])");
    assertThat(follow("--command", java(mine)).output())
        .contains("Chapter 3 · a layer: not right yet")
        .contains("found is     the number with biases[0] in the place of biases[1].\n")
        .doesNotContain("  mistake ");
  }

  @Test
  void weightsThatAreNotTurnedAreNamedAsSuch() throws IOException {
    Path mine = solved();
    replace(mine, "transpose(double[][] rows) {", "$0 if (true) return rows;");
    assertThat(follow("--command", java(mine)).words())
        .contains(
            "after transposing: weights[0][0] * inputs[0] + weights[0][1] * inputs[1], then +")
        .contains("found is the number with weights that were not transposed");
  }

  @Test
  void whatIsLeftOverFromAnEarlierQuestionStopsTheTraining() throws IOException {
    Path mine = solved();
    replace(mine, "static double[] updated(", "static int calls;\n$0");
    replace(mine, "= parameters[n] - ", "= (++calls > 500 ? 2 : 1) * parameters[n] - ");
    Run run = follow("--command", java(mine));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.words())
        .contains("✓ 9 learning new ")
        .contains("is not right: updated")
        .contains("Does the program keep something from one question to the next?")
        .doesNotContain("Next:");
  }

  @Test
  void aPathWithASpaceThatIsNotThereIsNamedWhole() {
    Run run = follow("--command", "python3 'my net.py'");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).isEqualTo("my net.py: there is no such file here.\n");
    String meant = follow("--command", "python3", "my net.py").errors();
    assertThat(meant).contains(ShellWord.of("python3 'my net.py'"));
  }

  @Test
  void aSolutionIsInTheLanguageOfTheFilesThatAreThere() throws IOException {
    Files.createFile(folder.resolve("mine.py"));
    assertThat(follow("--solution", "6").output()).contains("def hidden_delta(");
    Files.createFile(folder.resolve("other.pl"));
    assertThat(follow("--solution", "6").exitCode()).isEqualTo(2);
    assertThat(follow("--solution", "6", "--language", "js").output())
        .contains("function hiddenDelta(");
  }

  @Test
  void aStarterNeverOverwritesAnything() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.py"), "print('my work')\n");
    Run run = follow("--start", mine.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .contains("mine.py: expected a new or empty file, found one with something in it")
        .hasLineCount(1);
    assertThat(mine).hasContent("print('my work')\n");
  }

  @Test
  void aStarterMayBeginLater() {
    Path mine = folder.resolve("mine.mjs");
    assertThat(follow("--start", mine.toString(), "--chapter", "3").output())
        .contains("mine.mjs: written; chapter 3 is next");
    assertThat(mine)
        .content()
        .contains("node --trace-warnings mine.mjs")
        .contains("return sum + bias;");
  }

  @Test
  void theQuestionsOfAChapterCanBePiped() {
    Run run = follow("--show", "4");
    assertThat(run.output().lines()).hasSize(2).allMatch(line -> line.contains("\"chapter-4-"));
  }

  @ParameterizedTest
  @EnumSource
  void everySolutionFitsATerminal(Language language) {
    for (Lesson lesson : Course.lessons()) {
      ScreenWidth.requireFits(new Starter(language).solution(lesson.number()));
    }
    ScreenWidth.requireFits(new Starter(language).solution(Starter.MATRIX_TRACK));
  }

  @ParameterizedTest
  @ValueSource(strings = {"perl", "python", "javascript", "java", "c", "rust", "ruby"})
  void theSolutionOfAChapterCanBeSeen(String language) {
    Run run = follow("--solution", "6", "--language", language);
    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains(" Chapter 6 · hidden delta\n")
        .doesNotContain("Chapter 7")
        .containsAnyOf("forward_weights", "forwardWeights");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | expected --start FILE to begin, --command COMMAND to go on",
        "--start= | --start: expected a file to write, found nothing.",
        "--start mine.lua | mine.lua: expected a name that ends in one of .pl, .py, .mjs, .js, .java, .c,"
            + " .rs, .rb. A program in any other language follows by the protocol:"
            + " parity-tests/candidates/README.md.",
        "--start mine.pl --chapter 10 | chapter 10: expected 1 to 9.",
        "--show 0 | chapter 0: expected 1 to 9.",
        "--chapter 2 --show 2 | --chapter is for --start.",
        "--show 2 --watch | --watch is for --command.",
        "--solution 2 | --solution: expected --language with one of perl, python, javascript, java, c, rust, ruby.",
        "--language perl --show 2 | --language is for --solution.",
        "mine.py | mine.py: expected an option, such as --command 'python3 -W default mine.py'.",
        "--command python3 mine.py | such as --command 'python3 mine.py'.",
        "--command nope.py | nope.py: there is no such file here.",
        "--solution 2 --language lua | expected one of perl, python, javascript, java, c, rust, ruby.",
        "--show 2 --start mine.pl | expected --start FILE to begin",
        "--command nothing-here --watch | the command names no file that is there",
        "--command x --watch missing.pl | missing.pl: expected a file to watch, found none.",
        "--command x --timeout 0 | --timeout 0.0: expected seconds from 0.001 to 1000000"
      })
  void aSlipOfThePenIsOneSentence(String arguments, String sentence) {
    Run run = follow(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains(sentence).hasLineCount(1);
  }
}
