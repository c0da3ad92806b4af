package backprop.parity.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of numbers are read as people write them. */
class CsvFileTest {
  private static final String IRIS =
      """
      sepal length,sepal width,petal length,petal width,species
      5.1,3.5,1.4,0.2,setosa
      7.0,3.2,4.7,1.4,versicolor
      6.3,3.3,6.0,2.5,virginica
      4.9,3.0,1.4,.2,setosa
      """;

  @TempDir private Path temporary;
  private Folder folder;

  @BeforeEach
  void openFolder() {
    folder = new Folder(temporary);
  }

  @Test
  void flowersAreSamplesOfThreeClasses() throws Exception {
    DataSet iris = folder.csv(IRIS, OptionalInt.empty());
    assertThat(TrainingData.whole(iris).summary())
        .isEqualTo(
            "data.csv: 4 samples, 4 inputs, 3 outputs, classes setosa, versicolor and virginica");
    assertThat(iris.columns().inputs())
        .containsExactly("sepal length", "sepal width", "petal length", "petal width");
    assertThat(iris.columns().targets()).containsExactly("species");
    assertThat(iris.input(1)).containsExactly(7.0, 3.2, 4.7, 1.4);
    assertThat(iris.target(2)).containsExactly(0.0, 0.0, 1.0);
    assertThat(iris.target(3)).containsExactly(1.0, 0.0, 0.0);
  }

  @Test
  void withoutAHeaderTheFirstLineIsASample() throws Exception {
    DataSet iris = folder.csv(IRIS.substring(IRIS.indexOf('\n') + 1), OptionalInt.empty());
    assertThat(iris.size()).isEqualTo(4);
    assertThat(iris.columns()).isEqualTo(ColumnNames.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2,a\n3,4,b",
        "1;2;a\n3;4;b\n",
        "\n \n1;2;a\n3;4;b\n",
        "1\t2\ta\r\n3\t4\tb\r\n",
        "\uFEFF\n\n 1 , 2 , a \n\n \n\"3\",\"4\",\"b\"\n\n",
        "x;y, z;label\n1;2;a\n3;4;b\n",
        "\"x;\",y,label\n1,2,a\n3,4,b\n"
      })
  void separatorsLineEndsSpacesAndQuotationMarksMakeNoDifference(String text) throws Exception {
    DataSet data = folder.csv(text, OptionalInt.empty());
    assertThat(data.size()).isEqualTo(2);
    assertThat(data.input(0)).containsExactly(1.0, 2.0);
    assertThat(data.input(1)).containsExactly(3.0, 4.0);
    assertThat(data.classes()).containsExactly("a", "b");
  }

  @Test
  void everySampleIsFoundOnItsLine() throws Exception {
    DataSet data = folder.csv("x,name\n\n1,a\n2,\"b\"\n\n3,c\n", OptionalInt.empty());
    assertThat(IntStream.range(0, 3).mapToObj(data::place))
        .containsExactly("line 3", "line 4", "line 6");
  }

  @Test
  void theLastColumnsCanBeNumbersToPredict() throws Exception {
    DataSet data = folder.csv("a,b,c\n1,-2e3,0.1\n4,+3.,6\n", OptionalInt.of(2));
    assertThat(data.input(0)).containsExactly(1.0);
    assertThat(data.target(0)).containsExactly(-2000.0, 0.1);
    assertThat(data.target(1)).containsExactly(3.0, 6.0);
    assertThat(data.classes()).isEmpty();
    assertThat(data.columns()).isEqualTo(new ColumnNames(List.of("a"), List.of("b", "c")));
  }

  @Test
  void wholeNumbersAreClassesInTheirOwnOrder() throws Exception {
    DataSet data = folder.csv("0,10\n0,9\n0,9.0\n0,-1\n", OptionalInt.empty());
    assertThat(data.classes()).containsExactly("-1", "9", "10");
    assertThat(data.target(2)).containsExactly(0.0, 1.0, 0.0);
  }

  @Test
  void aToyWithOneSampleOfEachClassIsRead() throws Exception {
    assertThat(folder.csv("5,0\n6,2\n7,1\n", OptionalInt.empty()).classes())
        .containsExactly("0", "1", "2");
  }

  @Test
  void ofManyClassesTheSummaryNamesTheFirstAndTheLast() throws Exception {
    String lines =
        IntStream.range(0, 24).mapToObj(s -> "0," + s % 12).collect(Collectors.joining("\n"));
    assertThat(TrainingData.whole(folder.csv(lines, OptionalInt.empty())).summary())
        .isEqualTo("data.csv: 24 samples, 1 input, 12 outputs, 12 classes from 0 to 11");
  }

  @Test
  void aGzippedFileNeedsNoEndingInItsName() throws Exception {
    Path packed = folder.write("data.txt", IdxBytes.gzipped(IRIS.getBytes(StandardCharsets.UTF_8)));
    assertThat(DataFile.read(packed, OptionalInt.empty()).training().size()).isEqualTo(4);
  }

  @Test
  void whatCouldDisturbAScreenIsNotShown() throws Exception {
    DataSet data = folder.csv("x\u001B[2J,name\n1,a\u001B[31m\n2,b\n", OptionalInt.empty());
    assertThat(data.classes()).containsExactly("a?[31m", "b");
    assertThat(data.columns().inputs()).containsExactly("x?[2J");
    assertThat(data.label(0)).isZero();
  }

  @Test
  void labelsAreTheSameInALocaleWithOtherDigits() throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(folder.csv("0,12\n0,3\n0,3", OptionalInt.empty()).classes())
          .containsExactly("3", "12");
    } finally {
      Locale.setDefault(before);
    }
  }
}
