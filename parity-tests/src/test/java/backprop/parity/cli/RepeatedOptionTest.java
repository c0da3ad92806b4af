package backprop.parity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An option given twice is a slip or a change of mind, and nobody can know which. */
class RepeatedOptionTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "xor --epochs 2 --rate 0.1 --rate 0.2 | --rate",
        "xor --rate 0.1 --epochs 2 --learning-rate=0.1 | --rate",
        "xor --epochs 2 --epochs 2 | --epochs",
        "xor --no-shuffle --no-shuffle | --no-shuffle",
        "xor --layers 3 --cost squared-error --layers 4 | --layers",
        "xor --held-out 0 --held-out 0 | --held-out",
        "xor --seed 1 --seed 2 | --seed",
        "--resume a.json --epochs 4 --save b.json --save c.json | --save"
      })
  void anOptionSaidTwiceIsRefused(String line, String option) {
    Run run = Run.backprop(("train " + line).split(" "));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .contains("option '" + option + "'", "should be specified only once")
        .hasLineCount(1);
    assertThat(run.output()).isEmpty();
  }

  @Test
  void optionsOfOneSectionMayStandAnywhere() {
    Run run =
        Run.backprop(
            "train",
            "--epochs",
            "2",
            "--save",
            folder.resolve("a.json").toString(),
            "--rate",
            "0.25",
            "xor",
            "--report",
            folder.resolve("a.html").toString(),
            "--batch",
            "2");
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(run.output()).contains("rate 0.25", "batches of 2");
    assertThat(folder.resolve("a.json")).exists();
    assertThat(folder.resolve("a.html")).exists();
  }
}
