package backprop.parity.training;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** The advice is taken, and keeps what it promises. */
  @Test
  void whoLearnsForTooLongIsToldWhatWouldHaveHelped() throws IOException {
    Path noise = Files.writeString(folder.resolve("noise.csv"), noise());
    String training = noise + " --epochs 200";
    Matcher hint =
        Pattern.compile(
                "(?m)^hint      held-out cost was lowest after epoch (\\d+) \\(([^)]+)\\);"
                    + " --stop-after (\\d+) keeps the best$")
            .matcher(train(training).output());
    assertThat(hint.find()).isTrue();
    String advised = train(training + " --stop-after " + hint.group(3)).output();
    assertThat(advised)
        .contains("epoch " + hint.group(1) + ", whose network is kept")
        .contains("; cost " + hint.group(2) + "\n")
        .doesNotContain("hint ");
  }

  /** Sixty samples whose labels have nothing to do with them. */
  private static String noise() {
    StringBuilder text = new StringBuilder();
    for (int s = 0; s < 60; s++) {
      text.append(s * 37 % 61)
          .append(',')
          .append(s * s * 53 % 59)
          .append(',')
          .append(s * s * s % 57);
      text.append(s * s * 7 % 11 < 5 ? ",a\n" : ",b\n");
    }
    return text.toString();
  }

  private static Run train(String line) {
    Run run = Run.backprop(("train " + line).split(" "));
    assertThat(run.exitCode()).as(run.errors()).isZero();
    return run;
  }
}
