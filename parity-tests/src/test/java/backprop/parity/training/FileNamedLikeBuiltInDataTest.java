package backprop.parity.training;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How to train, what is in a file says, and not that it is called as data that are built in. */
class FileNamedLikeBuiltInDataTest {
  private static final String SIDES = "1,2,left\n2,1,right\n3,4,left\n4,3,right\n";
  private static final String HEIGHTS = "1,2.5\n2,3.5\n3,4.5\n4,5.5\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"women", "xor", "circles-and-crosses", "digits"})
  void itIsTrainedAsUnderAnyOtherName(String name) throws IOException {
    for (String contents : new String[] {SIDES, HEIGHTS}) {
      String options = contents.equals(HEIGHTS) ? " --targets 1" : "";
      String expected = learned("other", contents, options);
      assertThat(learned(name, contents, options)).isEqualTo(expected);
    }
  }

  @Test
  void itsSavedTrainingGoesOn() throws IOException {
    learned("xor", HEIGHTS, " --targets 1 --save " + folder.resolve("whole.json"));
    String saved = " --save " + folder.resolve("mine.json");
    learned("xor", HEIGHTS, " --targets 1 --epochs 100" + saved);
    Run resumed = Run.backprop("train", "--resume", folder + "/mine.json", "--epochs", "500");
    assertThat(resumed.exitCode()).as(resumed.errors()).isZero();
    assertThat(folder.resolve("mine.json")).hasSameBinaryContentAs(folder.resolve("whole.json"));
  }

  /** All that is said of a training but the name of the file, and the time it took. */
  private String learned(String name, String contents, String options) throws IOException {
    Path file = Files.writeString(folder.resolve(name), contents);
    Run run = Run.backprop(("train " + file + options).split(" "));
    assertThat(run.exitCode()).as(run.errors()).isZero();
    return TrainOutput.unwrapped(run)
        .replace(name + ":", "DATA:")
        .replaceAll("[0-9.]+ (ms|s)\\b", "TIME");
  }
}
