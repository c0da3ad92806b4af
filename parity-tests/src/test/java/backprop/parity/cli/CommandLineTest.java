package backprop.parity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a user meets them: exit code, standard output, standard error. */
class CommandLineTest {
  @Test
  void theExitCodesOfSignalsAreListedWithTheOthers() {
    assertThat(Run.backprop("--help").output())
        .contains(
            "  130, 143, 129  interrupted by Ctrl-C, TERM, HUP; what --save asks for is saved");
  }

  @TempDir private Path folder;

  @Test
  void explainWithoutACaseExplainsTheFirstExample() {
    Run run = Run.backprop("explain");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .startsWith("hello\n")
        .contains("layers 2-3-2, sigmoid, sigmoid\n", "95 of 95 numbers have the same");
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void listNamesEveryExampleAndEachCanBeExplained() {
    Run list = Run.backprop("explain", "--list");
    assertThat(list.output().lines()).hasSizeGreaterThan(8);
    list.output()
        .lines()
        .filter(line -> !line.startsWith(" "))
        .map(line -> line.split(" ")[0])
        .forEach(name -> assertThat(Run.backprop("explain", name).exitCode()).as(name).isZero());
  }

  @Test
  void theCostIsShownWithEveryTermToo() {
    Run one = Run.backprop("explain", "chapter-4-one-output", "--entry", "cost");
    assertThat(one.exitCode()).isZero();
    assertThat(one.output())
        .contains("½(0.616567 - 0.9)² ", "= 0.0401673 ")
        .contains(" 0.04016727317963165 ")
        .contains("identical")
        .doesNotContain("factor");
    Run batch = Run.backprop("explain", "chapter-8-mean", "--entry", "cost");
    assertThat(batch.output())
        .containsOnlyOnce("* factor 0.25 ")
        .contains(" 0.23330961365395078 ")
        .contains("identical");
    assertThat(batch.output().split("the sum over the samples so far")).hasSize(5);
  }

  /** Half of the squared errors 0.584724 - 1, 0.565349 - 0, 0.569472 - 0 and 0.501425 - 1. */
  @Test
  void stepThreeShowsWhatEveryOutputAddsToTheCost() {
    assertThat(Run.backprop("explain", "hello", "--step", "3").output())
        .contains("s=0     0.0862271 + 0.15981")
        .contains("s=1     0.162149 + 0.124288");
  }

  @Test
  void anOutputDeltaBeginsWithTheDifference() {
    Run run = Run.backprop("explain", "chapter-4-one-output", "--entry", "deltas[1][0][0]");
    assertThat(run.output())
        .containsSubsequence(
            "start  activations[1][0][0] ",
            "then  - targets[0][0] ",
            "then  * f′(preActivations[1][0][0]) ",
            "identical");
  }

  @Test
  void entryShowsEveryTermOfOneNumber() {
    Run run = Run.backprop("explain", "hello", "--entry", "weightGradients[2][0][1]");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains("deltas[2][0][3] * activations[1][1][3]")
        .endsWith("identical\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weightGradients[3][0][1]",
        "weightGradients[0][0][1]",
        "weightGradients[2][2][1]",
        "weightGradients[2][0][3]",
        "weightGradients[2][0]",
        "biasGradients[2][0][0]",
        "gradients[2][0][0]",
        "weightGradients",
        "weightGradients[99999999999][0][0]"
      })
  void anEntryThatDoesNotExistIsRefused(String entry) {
    Run run = Run.backprop("explain", "hello", "--entry", entry);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).startsWith("--entry " + entry + ": expected ").hasLineCount(1);
    assertThat(run.output()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"loops", "matrix", "numerical"})
  void gradientsWritesOneLinePerCase(String source) {
    Run run = Run.backprop("gradients", "--source", source, "mazur", "theaie");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"format\":\"backprop-gradients-1\",\"name\":\""));
  }

  @Test
  void traceAndHexadecimalAddWhatTheySay() {
    String plain = Run.backprop("gradients", "mazur").output();
    assertThat(plain).doesNotContain("preActivations", "0x");
    String traced = Run.backprop("gradients", "mazur", "--trace").output();
    assertThat(traced).contains("preActivations", "activations", "deltas");
    assertThat(Run.backprop("gradients", "mazur", "--hex").output()).contains("\"0x1.");
  }

  @Test
  void bothTwinsWriteTheSameText() {
    String loops = Run.backprop("gradients", "--trace", "hello", "cs231n").output();
    String matrix =
        Run.backprop("gradients", "--source", "matrix", "--trace", "hello", "cs231n").output();
    assertThat(matrix).isEqualTo(loops);
  }

  @Test
  void aBadFileIsNamedInOneSentence() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.json"), "{\"format\": 3}");
    for (String command : new String[] {"explain", "gradients"}) {
      Run run = Run.backprop(command, file.toString());
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.errors())
          .isEqualTo(file + ": format: expected \"backprop-case-1\", found 3.\n");
      assertThat(run.output()).isEmpty();
    }
  }

  @Test
  void aBadSecondFileLeavesTheFirstAnswerAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.json"), "");
    Run run = Run.backprop("gradients", "mazur", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "explain --nonsense",
        "explain no-such-example",
        "explain no/such/file.json",
        "gradients",
        "explain --list mazur",
        "explain --list --entry biasGradients[1][0]",
        "gradients mazur --source nobody",
        "gradients --digest mazur",
        "gradients --digest --trace",
        "gradients mazur --max-bytes many"
      })
  void badUsageIsOneSentenceAndExitTwo(String line) {
    Run run = Run.backprop(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).hasLineCount(1).endsWith(".\n");
    assertThat(run.output()).isEmpty();
  }

  @Test
  void outputThatIsLostIsNotDone() throws IOException, InterruptedException {
    File full = new File("/dev/full");
    Assumptions.assumeTrue(full.exists(), "there is no device that is always full");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Backprop.class.getName(),
                "gradients",
                "hello")
            .redirectOutput(full)
            .start();
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(errors).startsWith("Standard output could not be written: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "explain --help", "gradients --help", "--version"})
  void helpIsOnStandardOutput(String line) {
    Run run = Run.backprop(line.split(" "));
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).isNotBlank();
    assertThat(run.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V", "train --version", "check -V"})
  void everyCommandTellsTheVersion(String line) {
    assertThat(Run.backprop(line.split(" ")).output()).matches("backprop \\S.*\n");
  }

  /** No path can have a NUL; in a locale without umlauts, none can have those either. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "page -o no\u0000path.html",
        "suite no\u0000path",
        "explain no\u0000path.json",
        "fuzz --command true --save no\u0000path.json",
        "follow --start no\u0000path.pl",
        "train no\u0000path.csv"
      })
  void whatCanBeNoPathIsToldInOneSentence(String line) {
    Run run = Run.backprop(line.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .contains("no?path")
        .contains(": expected a path, found characters that no path can have in this locale.")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"follow no\u0000path.py", "follow --command perl\u00a0no\u0000path.pl"})
  void aCommandThatNamesNoPathIsNoneTheLessOne(String line) {
    assertThat(Run.backprop(line.split(" ")).errors()).doesNotContain("Exception");
  }
}
