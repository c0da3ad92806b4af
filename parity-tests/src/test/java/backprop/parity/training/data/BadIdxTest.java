package backprop.parity.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.model.InvalidInput;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with IDX files is said in one sentence, before memory is taken for it. */
class BadIdxTest {
  private static final String PICTURES = "train-images-idx3-ubyte";
  private static final String LABELS = "train-labels-idx1-ubyte";

  @TempDir private Path temporary;
  private Folder folder;

  @BeforeEach
  void writeAGoodPair() throws Exception {
    folder = new Folder(temporary);
    folder.write(PICTURES, IdxBytes.pictures(3));
    folder.write(LABELS, IdxBytes.labels(1, 2, 3));
  }

  @Test
  void aWrongMagicNumberIsShown() throws Exception {
    folder.write(PICTURES, "<!DOCTYPE html>".getBytes(StandardCharsets.UTF_8));
    assertThat(refusal())
        .isEqualTo(
            "train-images-idx3-ubyte: expected pictures (magic number 0x00000803),"
                + " found the magic number 0x3c21444f.");
    folder.write(PICTURES, IdxBytes.header(0x0A00, 1, 2, 3));
    assertThat(refusal()).endsWith("found the magic number 0x00000a03.");
    folder.write(PICTURES, IdxBytes.header(IdxBytes.BYTES, 1, 2, 3, 1));
    assertThat(refusal()).endsWith("found the magic number 0x00000804.");
    byte[] noZeros = IdxBytes.pictures(3);
    noZeros[0] = 1;
    folder.write(PICTURES, noZeros);
    assertThat(refusal()).endsWith("found the magic number 0x01000803.");
  }

  @Test
  void labelsThatAreAllTheSameAreRefused() throws Exception {
    folder.write(LABELS, IdxBytes.labels(2, 2, 2));
    assertThat(refusal())
        .isEqualTo(
            "train-labels-idx1-ubyte: expected at least two different labels, found 2 only.");
  }

  @Test
  void whateverBeginsWithZerosIsTakenForIdx() throws Exception {
    Path file = folder.write("zeros.csv", new byte[100]);
    assertThat(folder.refusal(file, DataOptions.NONE))
        .isEqualTo(
            "zeros.csv: expected pictures (magic number 0x00000803),"
                + " found the magic number 0x00000000.");
  }

  @Test
  void picturesAndLabelsThatAreMixedUpAreRefused() throws Exception {
    assertThat(folder.refusal(temporary.resolve(LABELS), DataOptions.NONE))
        .isEqualTo(
            "train-labels-idx1-ubyte: expected pictures (magic number 0x00000803),"
                + " found labels (magic number 0x00000801).");
    folder.write(LABELS, IdxBytes.pictures(3));
    assertThat(refusal())
        .isEqualTo(
            "train-labels-idx1-ubyte: expected labels (magic number 0x00000801),"
                + " found pictures (magic number 0x00000803).");
  }

  @Test
  void aFileThatIsTooShortOrTooLongIsRefused() throws Exception {
    byte[] whole = IdxBytes.pictures(3);
    folder.write(PICTURES, Arrays.copyOf(whole, whole.length - 1));
    assertThat(refusal())
        .isEqualTo("train-images-idx3-ubyte: expected 34 bytes for 3 × 2 × 3, found only 33.");
    folder.write(PICTURES, Arrays.copyOf(whole, whole.length + 1));
    assertThat(refusal())
        .isEqualTo("train-images-idx3-ubyte: expected 34 bytes for 3 × 2 × 3, found more.");
    folder.write(PICTURES, whole);
    folder.write(LABELS, IdxBytes.joined(IdxBytes.header(IdxBytes.BYTES, 3), new byte[] {1, 2}));
    assertThat(refusal())
        .isEqualTo("train-labels-idx1-ubyte: expected 11 bytes for 3, found only 10.");
  }

  @Test
  void aHeaderThatIsCutIsRefused() throws Exception {
    byte[] whole = IdxBytes.pictures(3);
    for (int length = 0; length < 16; length++) {
      folder.write(PICTURES, Arrays.copyOf(whole, length));
      assertThat(refusal())
          .isEqualTo(
              "train-images-idx3-ubyte: expected pictures (magic number 0x00000803),"
                  + " found a file of %d bytes.",
              length);
    }
  }

  @Test
  void aCutGzipFileIsRefused() throws Exception {
    byte[] packed = IdxBytes.gzipped(IdxBytes.pictures(3));
    folder.write(PICTURES, Arrays.copyOf(packed, packed.length - 9));
    assertThat(refusal())
        .isEqualTo(
            "train-images-idx3-ubyte: expected a whole gzip file, found only its beginning.");
  }

  @Test
  void sizesThatCannotBeAreRefused() throws Exception {
    folder.write(PICTURES, IdxBytes.header(IdxBytes.BYTES, 3, 0, 3));
    assertThat(refusal())
        .isEqualTo(
            "train-images-idx3-ubyte: expected sizes of at least 1 that can be read,"
                + " found 3 × 0 × 3.");
    folder.write(PICTURES, IdxBytes.header(IdxBytes.BYTES, -1, 2, 3));
    assertThat(refusal()).endsWith("found 4294967295 × 2 × 3.");
    folder.write(PICTURES, IdxBytes.header(IdxBytes.BYTES, 3, 0x7FFFFFFF, 0x7FFFFFFF));
    assertThat(refusal()).endsWith("found 3 × 2147483647 × 2147483647.");
  }

  /** The file has 34 bytes; what it promises would take 300 MB. */
  @Test
  void whatAHeaderPromisesIsRefusedIfItTakesMoreThanTheMemory() throws Exception {
    byte[] whole = IdxBytes.pictures(3);
    ByteBuffer.wrap(whole).putInt(8, 3_500).putInt(12, 3_571);
    Path pictures = folder.write(PICTURES, whole);
    assertThatThrownBy(
            () -> DataFile.read(pictures, DataOptions.NONE, new MemoryBudget(200_000_000)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageEndingWith(
            PICTURES
                + ": expected at most 200 MB of numbers, found more: 3 samples of 12498500 numbers"
                + " take 299 MB (java -Xmx gives more memory).");
  }

  @Test
  void bothPartsTogetherMustFitIntoTheMemory() throws Exception {
    folder.write("t10k-images-idx3-ubyte", IdxBytes.pictures(2));
    folder.write("t10k-labels-idx1-ubyte", IdxBytes.labels(1, 2));
    Path pictures = temporary.resolve(PICTURES);
    int bytes = (3 + 2) * 6 * Double.BYTES;
    TrainingData both = DataFile.read(pictures, DataOptions.NONE, new MemoryBudget(bytes));
    assertThat(both.all().size()).isEqualTo(5);
    assertThatThrownBy(() -> DataFile.read(pictures, DataOptions.NONE, new MemoryBudget(bytes - 1)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(
            "t10k-images-idx3-ubyte: expected at most 0 MB of numbers, found more: 2");
  }

  @Test
  void everyPictureNeedsALabel() throws Exception {
    folder.write(LABELS, IdxBytes.labels(1, 2, 3, 4));
    assertThat(refusal())
        .isEqualTo(
            "train-labels-idx1-ubyte: expected 3 labels, one for each picture in"
                + " train-images-idx3-ubyte, found 4.");
    Files.delete(temporary.resolve(LABELS));
    assertThat(refusal())
        .isEqualTo(
            "train-images-idx3-ubyte: expected its labels in train-labels-idx1-ubyte beside it,"
                + " found nothing there.");
    Files.createDirectory(temporary.resolve(LABELS));
    assertThat(refusal())
        .isEqualTo("train-labels-idx1-ubyte: expected a readable file: is a folder.");
    Path nameless = folder.write("pixels.idx", IdxBytes.pictures(3));
    assertThat(folder.refusal(nameless, DataOptions.NONE))
        .isEqualTo(
            "pixels.idx: expected \"images\" in the name, for that of the labels to be known.");
  }

  @Test
  void aLabelOutsideTheClassesIsRefused() throws Exception {
    folder.write(LABELS, IdxBytes.labels(1, 200, 3));
    assertThat(refusal())
        .isEqualTo(
            "train-labels-idx1-ubyte: label 2 of 3: expected 0 to 9, found 200"
                + " (--classes tells how many).");
    byte[] negative =
        IdxBytes.joined(IdxBytes.header(IdxBytes.SIGNED_BYTES, 3), new byte[] {1, -1, 3});
    folder.write(LABELS, negative);
    assertThat(refusal()).contains("label 2 of 3: expected 0 to 9, found -1 ");
    ByteBuffer fraction = ByteBuffer.allocate(12).putFloat(1.0f).putFloat(2.5f).putFloat(3.0f);
    folder.write(LABELS, IdxBytes.joined(IdxBytes.header(IdxBytes.FLOATS, 3), fraction.array()));
    assertThat(refusal()).contains("label 2 of 3: expected 0 to 9, found 2.5 ");
  }

  @Test
  void aNumberThatIsNotFiniteIsRefused() throws Exception {
    ByteBuffer numbers = ByteBuffer.allocate(24).putFloat(1.0f).putFloat(2.0f).putFloat(3.0f);
    numbers.putFloat(Float.NaN);
    byte[] header = IdxBytes.header(IdxBytes.FLOATS, 3, 2);
    folder.write(PICTURES, IdxBytes.joined(header, numbers.array()));
    assertThat(refusal())
        .isEqualTo(
            "train-images-idx3-ubyte: input 2 of sample 2: expected a finite number, found NaN (the type is float).");
  }

  @Test
  void picturesToTestWithMustBeAsLarge() throws Exception {
    byte[] other = IdxBytes.joined(IdxBytes.header(IdxBytes.BYTES, 1, 2, 2), new byte[4]);
    folder.write("t10k-images-idx3-ubyte", other);
    folder.write("t10k-labels-idx1-ubyte", IdxBytes.labels(1));
    assertThat(refusal())
        .isEqualTo(
            "t10k-images-idx3-ubyte: expected pictures of 6 pixels as in"
                + " train-images-idx3-ubyte, found 4.");
  }

  @Test
  void optionsForACsvAreRefused() {
    Path pictures = temporary.resolve(PICTURES);
    assertThat(folder.refusal(pictures, Options.targets(1)))
        .isEqualTo(
            "train-images-idx3-ubyte: expected a CSV for --targets or --separator,"
                + " found an IDX file.");
  }

  private String refusal() {
    return folder.refusal(temporary.resolve(PICTURES), DataOptions.NONE);
  }
}
