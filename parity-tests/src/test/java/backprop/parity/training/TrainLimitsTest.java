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
    Run refused = train("xor --epochs 1 --max-bytes 100 --load " + file);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.errors()).contains("--max-bytes raises the limit").hasLineCount(1);
    assertThat(train("xor --epochs 1 --max-bytes 10000 --load " + file).exitCode()).isZero();
  }

  @Test
  void theLimitHoldsForDataAndForSavedTrainingsToo() throws IOException {
    Path data = Files.writeString(folder.resolve("points.csv"), "1,2,a\n2,1,b\n3,4,a\n4,3,b\n");
    String save = " --epochs 1 --max-bytes 24 --save " + folder.resolve("mine.json");
    Run whole = train(data + save);
    assertThat(whole.exitCode()).as(whole.errors()).isZero();
    assertThat(train(data + " --max-bytes 23").errors())
        .isEqualTo(
            data + ": expected at most 23 bytes, found more (--max-bytes raises the limit).\n");
    Run resumed = train("--epochs 2 --max-bytes 23 --resume " + folder.resolve("mine.json"));
    assertThat(resumed.exitCode()).isEqualTo(2);
    assertThat(resumed.errors())
        .startsWith(folder.resolve("mine.json.training") + ": expected at most 23 bytes")
        .hasLineCount(1);
  }

  @Test
  void theLimitHoldsForPicturesAndTheirLabels() throws IOException {
    Path pictures = folder.resolve("train-images-idx3-ubyte");
    Files.write(pictures, new byte[] {0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 1, 2, 3, 4});
    Files.write(
        folder.resolve("train-labels-idx1-ubyte"), new byte[] {0, 0, 8, 1, 0, 0, 0, 2, 0, 1});
    assertThat(train(pictures + " --epochs 1 --max-bytes 20").exitCode()).isZero();
    assertThat(train(pictures + " --epochs 1 --max-bytes 19").errors())
        .startsWith(pictures + ": expected at most 19 bytes")
        .hasLineCount(1);
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
  @EnabledOnOs(OS.LINUX)
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
