package backprop.parity.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
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
    assertThat(folder.refusal(file, OptionalInt.empty()))
        .isEqualTo(
            "zeros.csv: expected pictures (magic number 0x00000803),"
                + " found the magic number 0x00000000.");
  }

  @Test
  void picturesAndLabelsThatAreMixedUpAreRefused() throws Exception {
    assertThat(folder.refusal(temporary.resolve(LABELS), OptionalInt.empty()))
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
        .isEqualTo(
            "train-images-idx3-ubyte: expected 18 bytes behind the header for 3 × 2 × 3, found only 17.");
    folder.write(PICTURES, Arrays.copyOf(whole, whole.length + 1));
    assertThat(refusal())
        .isEqualTo(
            "train-images-idx3-ubyte: expected 18 bytes behind the header for 3 × 2 × 3, found more.");
    folder.write(PICTURES, whole);
    folder.write(LABELS, IdxBytes.joined(IdxBytes.header(IdxBytes.BYTES, 3), new byte[] {1, 2}));
    assertThat(refusal())
        .isEqualTo(
            "train-labels-idx1-ubyte: expected 3 bytes behind the header for 3, found only 2.");
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

  /** A header of 16 bytes: nothing is allocated for what it promises. */
  @Test
  void moreThanTheMemoryHoldsIsRefused() throws Exception {
    folder.write(PICTURES, IdxBytes.header(IdxBytes.BYTES, Integer.MAX_VALUE, 28, 28));
    assertThat(refusal())
        .startsWith("train-images-idx3-ubyte: expected what fits into the memory of the JVM, ")
        .endsWith(" MiB (java -Xmx gives more), found 2147483647 × 28 × 28.");
  }

  @Test
  void noMoreIsUnpackedThanTheHeaderSays() throws Exception {
    byte[] zeros = new byte[1 << 24];
    folder.write(PICTURES, IdxBytes.gzipped(IdxBytes.joined(IdxBytes.pictures(3), zeros)));
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    assertThat(refusal())
        .endsWith("expected 18 bytes behind the header for 3 × 2 × 3, found more.");
    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 22);
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
    assertThat(folder.refusal(nameless, OptionalInt.empty()))
        .isEqualTo(
            "pixels.idx: expected \"images\" in the name, for that of the labels to be known.");
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
    assertThat(folder.refusal(pictures, OptionalInt.of(1)))
        .isEqualTo("train-images-idx3-ubyte: expected a CSV for --targets, found an IDX file.");
  }

  private String refusal() {
    return folder.refusal(temporary.resolve(PICTURES), OptionalInt.empty());
  }
}
