package backprop.parity.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import backprop.parity.io.CaseReader;
import backprop.parity.io.Limits;
import backprop.parity.model.Case;
import backprop.parity.sources.candidate.AnsweringProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code fuzz} as its users see it. */
class FuzzCommandTest {
  @TempDir private Path folder;

  private Run fuzz(String mode, Path file, String... options) {
    String[] arguments = new String[5 + options.length];
    arguments[0] = "fuzz";
    arguments[1] = "--command";
    arguments[2] = AnsweringProgram.command(mode);
    arguments[3] = "--save";
    arguments[4] = file.toString();
    System.arraycopy(options, 0, arguments, 5, options.length);
    return Run.backprop(arguments);
  }

  @Test
  void aWrongProgramIsShownTheSmallestNetworkOnWhichItFails() {
    Path file = folder.resolve("smallest.json");
    Run run = fuzz("hidden-derivative-missing", file);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .startsWith("DISAGREES")
        .contains(
            "first wrong  biasGradients[1][0], step 5",
            "--cases " + file,
            "backprop explain " + file);
    Case smallest = new CaseReader(Limits.DEFAULT).read(file).get(0);
    assertThat(smallest.network().depth()).isEqualTo(2);
    assertThat(smallest.samples()).isEqualTo(1);
    for (int l = 1; l <= 2; l++) {
      assertThat(smallest.network().layer(l).weights()).hasDimensions(1, 1);
    }
  }

  @Test
  void theSavedNetworkReproducesTheFailure() {
    Path file = folder.resolve("smallest.json");
    fuzz("hidden-derivative-missing", file);
    Run check =
        Run.backprop(
            "check",
            "--command",
            AnsweringProgram.command("hidden-derivative-missing"),
            "--cases",
            file.toString());
    assertThat(check.exitCode()).isEqualTo(1);
  }

  @Test
  void theSameSeedGivesTheSameNetwork() throws IOException {
    Path first = folder.resolve("first.json");
    Path second = folder.resolve("second.json");
    fuzz("hidden-derivative-missing", first, "--seed", "77");
    fuzz("hidden-derivative-missing", second, "--seed", "77");
    assertThat(second).hasSameTextualContentAs(first);
  }

  @Test
  void aSelectionIsKeptWhileShrinking() {
    Path file = folder.resolve("smallest.json");
    fuzz("hidden-derivative-missing", file, "--only", "sigmoid,squared-error,mean");
    Case smallest = new CaseReader(Limits.DEFAULT).read(file).get(0);
    assertThat(smallest.network().layers())
        .allMatch(layer -> layer.activation().name().equals("SIGMOID"));
    assertThat(smallest.network().reduction().name()).isEqualTo("MEAN");
  }

  @Test
  void networksWithoutBiasesAreMadeWhereTheyAreAskedFor() {
    Path file = folder.resolve("smallest.json");
    Run right = fuzz("right", file, "--count", "20", "--only", "no-biases");
    assertThat(right.output()).startsWith("AGREES on 20 random networks");
    fuzz("hidden-derivative-missing", file, "--only", "no-biases");
    Case smallest = new CaseReader(Limits.DEFAULT).read(file).get(0);
    assertThat(smallest.hasBiases(1)).isFalse();
  }

  @Test
  void aRightProgramAgreesAndNothingIsSaved() {
    Path file = folder.resolve("smallest.json");
    Run run = fuzz("right", file, "--count", "40");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .isEqualTo("AGREES on 40 random networks of seed 1\nNext: --seed 2 makes up others.\n");
    assertThat(file).doesNotExist();
  }

  @Test
  void aProgramThatKnowsNothingIsNotAPass() {
    Run run = fuzz("knows-nothing", folder.resolve("smallest.json"), "--count", "5");
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors()).contains("nothing was compared");
    assertThat(run.output()).isEmpty();
  }

  @Test
  void aProgramThatCannotBeStartedGivesNoUsableAnswer() {
    Run run =
        Run.backprop(
            "fuzz",
            "--command",
            "no-such-program",
            "--save",
            folder.resolve("smallest.json").toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors()).contains("no-such-program");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--count 0", "--only nonsense", "--precision quarter", "--timeout -1"})
  void badOptionsAreRefusedInOneSentence(String options) {
    Run run = fuzz("right", folder.resolve("smallest.json"), options.split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).hasLineCount(1).contains("expected");
  }

  @Test
  void aProgramThatIsNotDeterministicIsToldSo() {
    Run run = fuzz("fickle", folder.resolve("smallest.json"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).startsWith("DISAGREES").contains("it is not deterministic");
  }

  @Test
  void whatIsNotAFileIsNeverReplaced() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("kept/inside"));
    Run run = fuzz("right", folder.resolve("kept"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("it is a folder");
    assertThat(inside).isDirectory();
  }

  @Test
  void aFileThatCannotBeWrittenIsSaid() {
    Run run = fuzz("hidden-derivative-missing", folder.resolve("missing/smallest.json"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("expected a file that can be written");
  }
}
