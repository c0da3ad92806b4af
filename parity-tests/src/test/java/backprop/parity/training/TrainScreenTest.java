package backprop.parity.training;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown before the first epoch and after the last. */
class TrainScreenTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "digits | he, drawn with seed 1",
        "digits --layers none | xavier, drawn with seed 1",
        "digits --activation tanh | xavier, drawn with seed 1",
        "xor --layers 3 --activation leaky-relu --seed 7 | he, drawn with seed 7",
        "xor --initial normal | normal, drawn with seed 1",
        "xor --initial zero | zero"
      })
  void theInitialWeightsAreASetting(String line, String words) {
    assertThat(train(line + " --epochs 1").output()).contains("\ninitial   " + words + "\n");
  }

  @Test
  void weightsFromAFileAreCalledSo() {
    Path file = folder.resolve("mine.json");
    train("xor --epochs 1 --save " + file);
    String words = "\ninitial   from " + file + "\n";
    assertThat(train("xor --epochs 1 --load " + file).output()).contains(words);
    assertThat(train("--epochs 2 --resume " + file).output()).contains(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"digits --both", "women", "circles-and-crosses --optimiser adam --both"})
  void everyLineFitsATerminalOf80Columns(String line) {
    assertThat(train(line + " --epochs 1").output().lines())
        .hasSizeGreaterThan(10)
        .allMatch(printed -> printed.length() <= 80);
  }

  private static Run train(String line) {
    Run run = Run.backprop(("train " + line).split(" "));
    assertThat(run.exitCode()).as(run.errors()).isZero();
    return run;
  }
}
