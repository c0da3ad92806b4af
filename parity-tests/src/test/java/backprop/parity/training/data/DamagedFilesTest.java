package backprop.parity.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import backprop.parity.model.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happened to a file, reading it ends in finite numbers or in one sentence. */
class DamagedFilesTest {
  private static final int TRIALS = 400;
  private static final byte[] FAVOURITES = {
    0, 1, -1, 127, '\n', '\r', ',', ';', '\t', '"', '.', '-', 'e', 'N', 'x', '9', 3, 8, 0x0E
  };

  private final Random random = new Random(42);
  @TempDir private Path temporary;
  private int refused;

  @Test
  void damagedTextIsReadOrRefused() throws Exception {
    byte[] text =
        "length,width,\"kind\"\n5.1,-3.5e0,setosa\n7,3.2,0\n\"6.3\",.3,1\n4,5,0\n"
            .getBytes(StandardCharsets.UTF_8);
    for (int trial = 0; trial < TRIALS; trial++) {
      assertReadOrRefused("data.csv", damagedOrPacked(text), trial);
    }
    assertThat(refused).isBetween(TRIALS / 10, TRIALS - TRIALS / 100);
  }

  @Test
  void damagedPicturesAreReadOrRefused() throws Exception {
    new Folder(temporary).write("train-labels-idx1-ubyte", IdxBytes.labels(1, 2, 3));
    for (int trial = 0; trial < TRIALS; trial++) {
      byte[] damaged = damagedOrPacked(IdxBytes.pictures(3));
      assertReadOrRefused("train-images-idx3-ubyte", damaged, trial);
    }
    assertThat(refused).isBetween(TRIALS / 10, TRIALS - TRIALS / 100);
  }

  @Test
  void damagedLabelsAreReadOrRefused() throws Exception {
    Folder folder = new Folder(temporary);
    folder.write("train-images-idx3-ubyte", IdxBytes.pictures(3));
    for (int trial = 0; trial < TRIALS; trial++) {
      folder.write("train-labels-idx1-ubyte", damagedOrPacked(IdxBytes.labels(1, 2, 3)));
      assertReadOrRefused("train-images-idx3-ubyte", IdxBytes.pictures(3), trial);
    }
    assertThat(refused).isBetween(TRIALS / 10, TRIALS - TRIALS / 100);
  }

  private void assertReadOrRefused(String name, byte[] bytes, int trial) throws Exception {
    Path file = new Folder(temporary).write(name, bytes);
    boolean measured = name.endsWith("csv") && random.nextInt(4) == 0;
    OptionalInt targets = measured ? OptionalInt.of(1) : OptionalInt.empty();
    assertThatCode(() -> read(file, targets))
        .as("trial %d: %s", trial, Arrays.toString(bytes))
        .doesNotThrowAnyException();
  }

  private void read(Path file, OptionalInt targets) {
    DataSet data;
    try {
      data = DataFile.read(file, targets).training();
    } catch (InvalidInput sentence) {
      assertThat(sentence.getMessage()).startsWith(temporary.toString()).endsWith(".");
      refused++;
      return;
    }
    for (int s = 0; s < data.size(); s++) {
      assertThat(Arrays.stream(data.input(s))).hasSize(data.inputs()).allMatch(Double::isFinite);
      assertThat(Arrays.stream(data.target(s))).hasSize(data.outputs()).allMatch(Double::isFinite);
    }
  }

  /** Damaged as it is, or first gzipped, or gzipped afterwards. */
  private byte[] damagedOrPacked(byte[] whole) throws Exception {
    return switch (random.nextInt(3)) {
      case 0 -> damaged(whole);
      case 1 -> damaged(IdxBytes.gzipped(whole));
      default -> IdxBytes.gzipped(damaged(whole));
    };
  }

  private byte[] damaged(byte[] whole) {
    byte[] bytes = whole.clone();
    for (int count = random.nextInt(4); count > 0; count--) {
      int place = random.nextInt(bytes.length);
      boolean any = random.nextBoolean();
      bytes[place] =
          any ? (byte) random.nextInt(256) : FAVOURITES[random.nextInt(FAVOURITES.length)];
    }
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> withHugeExponent(bytes);
      default -> bytes;
    };
  }

  /** Makes an infinity of a number, if there is one at this place. */
  private byte[] withHugeExponent(byte[] bytes) {
    int place = random.nextInt(bytes.length);
    byte[] beginning = Arrays.copyOf(bytes, place);
    byte[] end = Arrays.copyOfRange(bytes, place, bytes.length);
    byte[] exponent = "e999".getBytes(StandardCharsets.UTF_8);
    return IdxBytes.joined(IdxBytes.joined(beginning, exponent), end);
  }
}
