package backprop.parity.training;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a training reads, and what is not its own, it does not write over. */
class ProtectedFilesTest {
  private static final String POINTS = "1,2,a\n2,1,b\n3,4,a\n4,3,b\n";

  @TempDir private Path folder;

  @BeforeEach
  void fill() throws IOException {
    for (String name : new String[] {"g.csv", "g.csv.training", "images"}) {
      Files.writeString(folder.resolve(name), POINTS);
    }
    Files.writeString(folder.resolve("diary.json.training"), "dear diary");
    Files.createDirectories(folder.resolve("sub"));
    Files.write(folder.resolve("train-images-idx3-ubyte"), idx(3, 2, 1, 2, 10, 200, 30, 40));
    Files.write(folder.resolve("train-labels-idx1-ubyte"), idx(1, 2, 0, 1));
    Files.write(folder.resolve("t10k-images-idx3-ubyte"), idx(3, 1, 1, 2, 10, 200));
    Files.write(folder.resolve("t10k-labels-idx1-ubyte"), idx(1, 1, 0));
    assertThat(train("xor --epochs 2 --save @a.json").exitCode()).isZero();
  }

  /** A file of unsigned bytes: its sizes, then its contents. */
  private static byte[] idx(int dimensions, int... numbers) {
    byte[] bytes = new byte[4 + 4 * dimensions + numbers.length - dimensions];
    bytes[2] = 8;
    bytes[3] = (byte) dimensions;
    for (int i = 0; i < numbers.length; i++) {
      bytes[i < dimensions ? 4 * i + 7 : 4 + 3 * dimensions + i] = (byte) numbers[i];
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@g.csv --save @g.csv",
        "@g.csv --save @sub/../g.csv",
        "@g.csv --report @g.csv",
        "@g.csv.training --save @g.csv",
        "@ --save @train-labels-idx1-ubyte",
        "@ --save @train-images-idx3-ubyte",
        "@ --report @t10k-labels-idx1-ubyte",
        "@train-images-idx3-ubyte --report @t10k-images-idx3-ubyte",
        "xor --load @a.json --report @a.json",
        "xor --load @a.json --save @a.json",
        "--resume @a.json --save @b.json --report @a.json",
        "--resume @a.json --save @b.json --report @a.json.training",
        "--resume @a.json --report @a.json",
        "--resume @a.json --report @a.json.training",
        "--resume @a.json --save @a.json.training",
        "xor --save @z.json --report @z.json",
        "xor --save @z.json --report @z.json.training",
        "xor --save @z.json --report @sub/../z.json.training",
        "xor --save @diary.json"
      })
  void whatIsReadIsNotWrittenOver(String line) throws IOException {
    Map<String, String> before = contents();
    Run run = train(line + " --epochs 3");
    assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
    assertThat(run.errors()).contains(": expected ").endsWith(".\n").hasLineCount(1);
    assertThat(run.output()).isEmpty();
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void theDataOfAResumedTrainingAreNotWrittenOver() throws IOException {
    assertThat(train("@g.csv --epochs 1 --save @b.json").exitCode()).isZero();
    Map<String, String> before = contents();
    Run run = train("--resume @b.json --epochs 2 --report @g.csv");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("g.csv: expected another file for --report than the data.");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a privilege there")
  void linksToWhatIsReadAreNotWrittenOver() throws IOException {
    Files.createSymbolicLink(folder.resolve("soft"), folder.resolve("g.csv"));
    Files.createLink(folder.resolve("hard"), folder.resolve("g.csv"));
    for (String link : new String[] {"soft", "hard"}) {
      Run run = train("@g.csv --epochs 1 --save @" + link);
      assertThat(run.exitCode()).as(link).isEqualTo(2);
      assertThat(run.errors()).contains("than the data").hasLineCount(1);
    }
    assertThat(folder.resolve("g.csv")).hasContent(POINTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xor --save @a.json",
        "--resume @a.json",
        "--resume @a.json --save @a.json",
        "--resume @a.json --save @sub/../a.json",
        "--resume @a.json --save @b.json"
      })
  void ownFilesMayBeReplaced(String line) {
    Run run = train(line + " --epochs 3");
    assertThat(run.exitCode()).as(run.errors()).isZero();
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder).filter(Files::isRegularFile)) {
      for (Path file : files.toList()) {
        contents.put(
            file.getFileName().toString(),
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }

  /** Trains; {@code @} stands for the folder. */
  private Run train(String line) {
    return Run.backprop(("train " + line.replace("@", folder + "/")).split(" "));
  }
}
