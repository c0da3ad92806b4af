package backprop.parity.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** MNIST's format is read, from the very bytes. */
class IdxFileTest {
  @TempDir private Path temporary;
  private Folder folder;

  @BeforeEach
  void openFolder() {
    folder = new Folder(temporary);
  }

  @Test
  void greyLevelsGoFromZeroToOneAndLabelsAreClasses() throws Exception {
    Path pictures = folder.write("train-images-idx3-ubyte", IdxBytes.pictures(7));
    folder.write("train-labels-idx1-ubyte", IdxBytes.labels(5, 0, 4, 1, 9, 2, 1));
    TrainingData data = DataFile.read(pictures, DataOptions.NONE, OptionalLong.empty());
    assertThat(data.heldOut()).isEmpty();
    assertThat(data.summary())
        .isEqualTo(
            "train-images-idx3-ubyte: 7 samples, 6 inputs (3 × 2 pixels), 10 outputs,"
                + " classes 0, 1, 2, 3, 4, 5, 6, 7, 8 and 9");
    for (int s = 0; s < 7; s++) {
      for (int i = 0; i < 6; i++) {
        double grey = (s * 6 + i) * 7 % 256;
        assertThat(data.training().input(s)[i]).as("%d, %d", s, i).isEqualTo(grey / 255.0);
      }
    }
    assertThat(data.training().target(4)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    assertThat(data.training().label(2)).isEqualTo(4);
  }

  @Test
  void thePicturesToTestWithAreHeldOutAndAnyFileMayBeGzipped() throws Exception {
    folder.write("train-images-idx3-ubyte.gz", IdxBytes.gzipped(IdxBytes.pictures(3)));
    folder.write("train-labels-idx1-ubyte", IdxBytes.labels(1, 2, 3));
    folder.write("t10k-images-idx3-ubyte.gz", IdxBytes.pictures(2));
    folder.write("t10k-labels-idx1-ubyte.gz", IdxBytes.gzipped(IdxBytes.labels(7, 8)));
    TrainingData data = DataFile.read(temporary, DataOptions.NONE, OptionalLong.empty());
    assertThat(data.training().size()).isEqualTo(3);
    DataSet heldOut = data.heldOut().orElseThrow();
    assertThat(heldOut.size()).isEqualTo(2);
    assertThat(heldOut.label(1)).isEqualTo(8);
    assertThat(heldOut.input(1)).containsExactly(data.training().input(1));
  }

  @Test
  void theOtherUsualSpellingWithADotIsFoundToo() throws Exception {
    folder.write("train-images.idx3-ubyte", IdxBytes.pictures(2));
    folder.write("train-labels.idx1-ubyte", IdxBytes.labels(0, 1));
    assertThat(DataFile.read(temporary, DataOptions.NONE, OptionalLong.empty()).training().size())
        .isEqualTo(2);
  }

  @Test
  void moreClassesThanTenCanBeGiven() throws Exception {
    Path pictures = folder.write("letters-images-idx3-ubyte", IdxBytes.pictures(2));
    folder.write("letters-labels-idx1-ubyte", IdxBytes.labels(1, 26));
    DataSet letters = DataFile.read(pictures, Options.classes(27), OptionalLong.empty()).training();
    assertThat(letters.outputs()).isEqualTo(27);
    assertThat(letters.label(1)).isEqualTo(26);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        IdxBytes.SIGNED_BYTES,
        IdxBytes.SHORTS,
        IdxBytes.INTS,
        IdxBytes.FLOATS,
        IdxBytes.DOUBLES
      })
  void numbersOfOtherTypesAreTakenAsTheyAre(int type) throws Exception {
    ByteBuffer numbers = ByteBuffer.allocate(16);
    for (int number : new int[] {-3, 100}) {
      switch (type) {
        case IdxBytes.SIGNED_BYTES -> numbers.put((byte) number);
        case IdxBytes.SHORTS -> numbers.putShort((short) number);
        case IdxBytes.INTS -> numbers.putInt(number);
        case IdxBytes.FLOATS -> numbers.putFloat(number);
        default -> numbers.putDouble(number);
      }
    }
    byte[] content = new byte[numbers.position()];
    numbers.flip().get(content);
    Path rows = folder.write("images.idx", IdxBytes.joined(IdxBytes.header(type, 2, 1), content));
    folder.write("labels.idx", IdxBytes.labels(0, 1));
    DataSet data = DataFile.read(rows, DataOptions.NONE, OptionalLong.empty()).training();
    assertThat(data.pictures()).isEmpty();
    assertThat(data.input(0)[0]).isEqualTo(-3.0);
    assertThat(data.input(1)[0]).isEqualTo(100.0);
  }
}
