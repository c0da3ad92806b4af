package backprop.parity.training;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import backprop.parity.options.CaseLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too much is refused before it is begun. */
class TrainLimitsTest {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  @TempDir private Path folder;

  @Test
  void aNetworkOverTheLimitIsNeverBuilt() {
    Run run = train("digits --epochs 1 --layers 50000,50000");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .isEqualTo(
            "--layers 50000,50000: expected at most 10000000 weights and biases, found 2503800010"
                + " (--max-parameters raises the limit).\n");
    assertThat(run.output()).isEmpty();
  }

  @Test
  void theLimitCanBeRaisedAndLowered() {
    assertThat(train("xor --epochs 1 --layers 3 --max-parameters 12").exitCode()).isEqualTo(2);
    assertThat(train("xor --epochs 1 --layers 3 --max-parameters 13").exitCode()).isZero();
  }

  @Test
  void aLargeFileIsShownWithTheOptionsThatReadIt() {
    assertThat(CaseLimits.optionsFor(64 << 20, 10_000_000)).isEmpty();
    assertThat(CaseLimits.optionsFor((64 << 20) + 1, 10_000_001))
        .isEqualTo(" --max-bytes 67108865 --max-parameters 10000001");
    Path file = folder.resolve("small.json");
    Run small = train("xor --epochs 1 --save " + file);
    assertThat(small.output()).contains("backprop explain " + file + "\n");
  }

  @Test
  void aLargeFileCanBeLoadedIfItMayBe() {
    Path file = folder.resolve("large.json");
    train("xor --epochs 1 --save " + file);
    Run refused = train("xor --epochs 1 --max-parameters 32 --load " + file);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errors()).contains("--max-parameters raises the limit").hasLineCount(1);
    assertThat(train("xor --epochs 1 --max-parameters 33 --load " + file).exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {100000, 100000000})
  void moreThreadsThanProcessorsAreRefused(int threads) {
    Run run = train("xor --epochs 1 --threads " + threads);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .startsWith("--threads " + threads + ": expected 1 to " + PROCESSORS)
        .hasLineCount(1);
    assertThat(run.output()).isEmpty();
  }

  @Test
  void asManyThreadsAsProcessorsAreTaken() {
    assertThat(train("xor --epochs 1 --threads " + PROCESSORS).exitCode()).isZero();
    assertThat(train("xor --epochs 1 --threads " + (PROCESSORS + 1)).exitCode()).isEqualTo(2);
  }

  /** 255 bytes are what a name may have on most file systems, {@code .training} among them. */
  @ParameterizedTest
  @ValueSource(ints = {247, 255, 300})
  void aNameThatIsTooLongForWhatBelongsToItIsRefusedAtOnce(int length) throws IOException {
    Run run = train("xor --epochs 1 --save " + folder.resolve("n".repeat(length)));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("expected a file that can be written").hasLineCount(1);
    assertThat(run.output()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "there is no /proc")
  @EnabledIf("procExists")
  void aFolderThatTakesNoFilesIsNoticedAtOnce() {
    Run run = train("xor --epochs 1 --report /proc/x.html");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .startsWith("/proc/x.html: expected a file that can be written: ")
        .hasLineCount(1);
    assertThat(run.output()).isEmpty();
  }

  static boolean procExists() {
    return Files.isDirectory(Path.of("/proc"));
  }

  private static Run train(String line) {
    return Run.backprop(("train " + line).split(" "));
  }
}
