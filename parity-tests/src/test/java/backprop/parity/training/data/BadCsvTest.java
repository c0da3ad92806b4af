package backprop.parity.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.io.EndlessText;
import backprop.parity.model.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a CSV is said in one sentence that names the place. */
class BadCsvTest {
  @TempDir private Path temporary;
  private Folder folder;

  @BeforeEach
  void openFolder() {
    folder = new Folder(temporary);
  }

  @Test
  void whatIsNoTextIsCalledSo() throws Exception {
    Path latin =
        folder.write("latin.csv", "1,a\n2,\u00e4\n3,a".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(folder.refusal(latin, OptionalInt.empty()))
        .isEqualTo("latin.csv:2: expected text in UTF-8, found other bytes.");
    Path wide = folder.write("wide.csv", "1,a\n2,b\n".getBytes(StandardCharsets.UTF_16));
    assertThat(folder.refusal(wide, OptionalInt.empty()))
        .isEqualTo("wide.csv:1: expected text in UTF-8, found other bytes.");
    Path noise = folder.write("noise.csv", new byte[] {'1', 0, '"', 3, 'x', '"', 'y', '\n'});
    assertThat(folder.refusal(noise, OptionalInt.empty()))
        .isEqualTo("noise.csv:1: expected text in UTF-8, found other bytes.");
  }

  @ParameterizedTest
  @CsvSource({"'', 1", "'1,2|3,', 2", "'1,2|3,\"', 2"})
  void aLineThatNeverEndsIsRefused(String beginning, int line) {
    byte[] bytes = beginning.replace('|', '\n').getBytes(StandardCharsets.UTF_8);
    InputStream endless =
        new SequenceInputStream(new ByteArrayInputStream(bytes), new EndlessText('1'));
    CsvFile file = new CsvFile(Path.of("data.csv"), OptionalInt.empty());
    assertThatThrownBy(() -> file.read(endless))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "data.csv:%d: expected at most 16777216 characters on a line, found more.", line);
  }

  /** Looked at again for each of them, they would take minutes. */
  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void aMillionEmptyLinesAreLeftOut() throws Exception {
    assertThat(folder.csv("\n".repeat(1_000_000) + "1,a\n2,b\n", OptionalInt.empty()).size())
        .isEqualTo(2);
  }

  /** A vertical bar stands for the end of a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      value = {
        "'' → : expected lines of numbers, found nothing at all.",
        "'||' → : expected lines of numbers, found nothing at all.",
        "'a,b,c|' → : expected lines of numbers, found only names of columns.",
        "'1|2|' → :1: expected at least 2 columns, one of them an input, found 1"
            + " (separated by commas, semicolons or tabs).",
        "'1,2,a|3,b' → :2: expected 3 columns as on the first line, found 2.",
        "'1,2,a|3,4,b,c' → :2: expected 3 columns as on the first line, found 4.",
        "'x,y,l|1,2,a||3,four,b' → :4: column 2 (y): expected a number, found \"four\".",
        "'1,2,a|,4,b' → :2: column 1: expected a number, found nothing"
            + " (a row without a number has to go).",
        "'1,2,a|3,NaN,b' → :2: column 2: expected a number, found \"NaN\""
            + " (a row without a number has to go).",
        "'1,2,a|3,NA,b' → :2: column 2: expected a number, found \"NA\""
            + " (a row without a number has to go).",
        "'1,2,a|3,-Infinity,b' → :2: column 2: expected a number, found \"-Infinity\".",
        "'1,2,a|3,1e999,b' → :2: column 2: expected a number, found \"1e999\".",
        "'1,2,a|3,4f,b' → :2: column 2: expected a number, found \"4f\".",
        "'1,2,a|3,0x1p1,b' → :2: column 2: expected a number, found \"0x1p1\".",
        "'1;2,5;a' → :1: column 2: expected a number, or only names on this line"
            + " (with a point: 5.1 and not 5,1), found \"2,5\".",
        "'1,two,a|3,4,b' → :1: column 2: expected a number, or only names on this line,"
            + " found \"two\".",
        "'1,2,|3,4,b' → :1: column 3: expected a label, found nothing.",
        "'1,a|2,a' → :1: column 2: expected at least two different labels in this column,"
            + " found \"a\" on every line.",
        "'1,0|2,0.5|2,0.5' → :2: column 2: expected words or whole numbers as labels,"
            + " found \"0.5\" (--targets 1 reads it as a number to predict).",
        "'1,58|2,59|3,60' → :1: column 2: expected labels that occur more than once,"
            + " found \"58\" and others (--targets 1 reads it as a number to predict).",
        "'1,\"a|2,b' → :1: expected a quotation mark to close before the field ends,"
            + " found none or text behind it.",
        "'1,a|2,\"b\"c|' → :2: expected a quotation mark to close before the field ends,"
            + " found none or text behind it."
      })
  void theSentenceNamesTheLineAndTheColumn(String text, String sentence) throws Exception {
    Path file = folder.write("bad.csv", text.replace('|', '\n'));
    assertThat(folder.refusal(file, OptionalInt.empty())).isEqualTo("bad.csv" + sentence);
  }

  @Test
  void aTargetThatIsNoNumberIsRefused() throws Exception {
    Path file = folder.write("bad.csv", "x,y\n1,2\n3,?\n");
    assertThat(folder.refusal(file, OptionalInt.of(1)))
        .isEqualTo(
            "bad.csv:3: column 2 (y): expected a number, found \"?\" (a row without a number has"
                + " to go).");
  }

  @Test
  void asManyTargetsAsColumnsLeaveNoInput() throws Exception {
    Path file = folder.write("bad.csv", "1,2\n3,4\n");
    assertThat(folder.refusal(file, OptionalInt.of(2)))
        .isEqualTo("bad.csv:1: expected at least 3 columns, one of them an input, found 2.");
  }

  @Test
  void moreLabelsThanAnyNetworkHasOutputsAreRefused() throws Exception {
    String lines =
        IntStream.range(0, 1001).mapToObj(s -> "1,name" + s).collect(Collectors.joining("\n"));
    assertThat(folder.refusal(folder.write("bad.csv", lines), OptionalInt.empty()))
        .isEqualTo(
            "bad.csv:1001: column 2: expected at most 1000 different labels, found \"name1000\""
                + " (--targets 1 reads it as a number to predict).");
  }

  @Test
  void whatIsNotThereIsNotFoundAndAFolderIsNoFile() {
    assertThat(folder.refusal(temporary.resolve("none.csv"), OptionalInt.empty()))
        .isEqualTo("none.csv: expected a readable file: not found.");
    assertThat(folder.refusal(temporary, OptionalInt.empty()))
        .isEqualTo(
            "folder: expected a file of data, found a folder without train-images-idx3-ubyte.");
    assertThat(folder.refusal(Path.of(""), OptionalInt.empty()))
        .isEqualTo("\"\": expected a path, found nothing.");
  }

  @Test
  void otherEncodingsThanUtf8AreRefused() throws Exception {
    Path latin = folder.write("latin.csv", "1,\u00E9\n2,b\n".getBytes(StandardCharsets.ISO_8859_1));
    Path wide = folder.write("wide.csv", "\uFEFF1,a\n2,b\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(folder.refusal(latin, OptionalInt.empty()))
        .isEqualTo("latin.csv:1: expected text in UTF-8, found other bytes.");
    assertThat(folder.refusal(wide, OptionalInt.empty()))
        .isEqualTo("wide.csv:1: expected text in UTF-8, found other bytes.");
  }

  @Test
  void aGzippedFileThatIsCutOrDamagedIsRefused() throws Exception {
    byte[] packed = IdxBytes.gzipped("1,2,a\n3,4,b\n".getBytes(StandardCharsets.UTF_8));
    Path cut = folder.write("cut.csv.gz", Arrays.copyOf(packed, packed.length - 9));
    assertThat(folder.refusal(cut, OptionalInt.empty()))
        .isEqualTo("cut.csv.gz: expected a whole gzip file, found only its beginning.");
    packed[packed.length - 8] ^= 1;
    Path damaged = folder.write("damaged.csv.gz", packed);
    assertThat(folder.refusal(damaged, OptionalInt.empty()))
        .startsWith("damaged.csv.gz: expected a gzip file, found a damaged one (")
        .endsWith(").");
  }
}
