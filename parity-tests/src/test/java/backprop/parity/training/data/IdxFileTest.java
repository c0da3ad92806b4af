package backprop.parity.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    TrainingData data = DataFile.read(pictures, OptionalInt.empty());
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
    TrainingData data = DataFile.read(temporary, OptionalInt.empty());
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
    assertThat(DataFile.read(temporary, OptionalInt.empty()).training().size()).isEqualTo(2);
  }

  @Test
  void thereAreAsManyClassesAsTheLargestLabelNeeds() throws Exception {
    Path pictures = folder.write("letters-images-idx3-ubyte", IdxBytes.pictures(2));
    folder.write("letters-labels-idx1-ubyte", IdxBytes.labels(1, 26));
    DataSet letters = DataFile.read(pictures, OptionalInt.empty()).training();
    assertThat(letters.outputs()).isEqualTo(27);
    assertThat(letters.label(1)).isEqualTo(26);
  }
}
