package backprop.parity.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Printable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a case file is said in one sentence that names the place. */
class BadCaseFileTest {
  private static final String GOOD =
      """
      {"format": "backprop-case-1", "name": "good",
       "layers": [{"activation": "relu", "weights": [[1, 2, 3], [4, 5, 6]], "biases": [7, 8]},
                  {"activation": "sigmoid", "weights": [[1, 2]], "biases": [3]}],
       "cost": "binary-cross-entropy", "reduction": "sum",
       "inputs": [[1, 2, 3], [4, 5, 6]], "targets": [[0], [1]], "learningRate": 0.5}
      """;

  private static List<Case> read(String text) {
    return read(text, Limits.DEFAULT);
  }

  private static List<Case> read(String text, Limits limits) {
    byte[] bytes = text.getBytes(UTF_8);
    return new CaseReader(limits).read("bad.json", new ByteArrayInputStream(bytes));
  }

  @Test
  void theGoodFileIsRead() {
    assertThat(read(GOOD)).hasSize(1);
  }

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // a key too many, twice, or missing
        "\"cost\"          | \"cots\"               | cots: expected one of format, name",
        "\"reduction\": \"sum\" | \"cost\": \"sum\" | cost: expected this key once",
        "\"name\": \"good\", | ``                   | expected the key \"name\"",
        "\"biases\": [7, 8]| \"bias\": [7, 8]       | layers[0].bias: expected one of activation",
        "\"biases\": [7, 8]| \"weights\": [[1]]     | layers[0].weights: expected this key once",
        // what is not a finite number
        "[4, 5, 6]]        | [4, NaN, 6]]           | layers[0].weights[1][1]: expected a finite number, found NaN",
        "[4, 5, 6]]        | [4, \"NaN\", 6]]       | layers[0].weights[1][1]: expected a number",
        "[4, 5, 6]]        | [4, 1e999, 6]]         | layers[0].weights[1][1]: expected a finite",
        "[4, 5, 6]]        | [4, \"0x1p9999\", 6]]  | layers[0].weights[1][1]: expected a finite",
        "[4, 5, 6]]        | [4, , 6]]              | line 2, column 63 (layers[0].weights[1][1]): expected JSON",
        "[4, 5, 6]]        | [4, null, 6]]          | layers[0].weights[1][1]: expected a number",
        "[4, 5, 6]]        | [4, [5], 6]]           | layers[0].weights[1][1]: expected a number",
        "[7, 8]            | [7, \"8\"]             | layers[0].biases[1]: expected a number",
        "0.5               | true                   | learningRate: expected a number",
        // ragged rows and widths that do not fit
        "[4, 5, 6]]        | [4, 5]]                | layers[0].weights[1]: expected 3 numbers as in",
        "[7, 8]            | [7]                    | layers[0].weights: expected 1 row, one per bias, found 2.",
        "[[1, 2]]          | [[1], [2]]             | layers[1].weights: expected 1 row, one per bias, found 2 (they would fit as \"weightLayout\": \"inputs-by-outputs\").",
        "[[1, 2]]          | [[1], [2], [3]]        | layers[1].weights: expected 1 row, one per bias, found 3.",
        "[[1, 2]]          | [[1, 2, 3]]            | layers[1].weights[0]: expected 2 numbers, one per neuron of layers[0], found 3",
        "[[0], [1]]        | [[0, 1], [1, 0]]       | targets[0]: expected 1 number, one per neuron",
        "[[0], [1]]        | [[0]]                  | targets: expected 2 rows, one per row of inputs",
        "[[1, 2, 3], [4, 5, 6]], \"t | [[1, 2], [4, 5]], \"t | layers[0].weights[0]: expected 2 numbers, one per input",
        "[[0], [1]]        | []                     | targets: expected at least one row",
        "[[0], [1]]        | [[], []]               | targets[0]: expected at least one number",
        // the language
        "\"relu\"          | \"swish\"              | layers[0].activation: expected one of identity, sigmoid",
        "\"relu\"          | \"softmax\"            | layers[0].activation: expected softmax in the last",
        "\"relu\"          | 3                      | layers[0].activation: expected one of identity",
        "\"sigmoid\"       | \"tanh\"               | cost: binary-cross-entropy takes logarithms",
        "[[0], [1]]        | [[0], [2]]             | targets[1][0]: expected a number from 0 to 1",
        "[[0], [1]]        | [[-1], [1]]            | targets[0][0]: expected a number from 0 to 1",
        "\"sum\"           | \"average\"            | reduction: expected one of sum, mean, element-mean",
        "backprop-case-1   | backprop-case-2        | format: expected \"backprop-case-1\"",
        "\"good\"          | \"\"                   | name: expected 1 to 200 printable",
        "\"good\"          | \"a\\nb\"              | name: expected 1 to 200 printable",
        "\"good\"          | \"a\\u009bb\"          | name: expected 1 to 200 printable",
        "\"good\"          | \"a\\u202eb\"          | name: expected 1 to 200 printable",
        "\"good\"          | \"a\\ud800b\"          | name: expected 1 to 200 printable",
        // what a terminal would obey
        "\"cost\"          | \"co\\u001b[31m\\nst\"  | co?[31m?st: expected one of format",
        "\"biases\": [7, 8]| \"b\\u202es\": [7, 8]   | layers[0].b?s: expected one of activation",
        "\"relu\"          | \"re\\u009blu\"         | found \"re?lu\".",
        "backprop-case-1   | back\\u2028prop         | found \"back?prop\".",
        "[4, 5, 6]]        | [4, \u0001, 6]]        | expected JSON: found a control character, which",
        // without the parser's inner life
        "\"cost\":         | /**/ \"cost\":         | maybe a (non-standard) comment.",
        "[4, 5, 6]]        | [4, +5, 6]]            | JSON spec does not allow numbers to have plus signs.",
        "[4, 5, 6]]        | [4, nil, 6]]           | expected JSON: Unrecognized token 'nil'",
      })
  void theSentenceNamesThePlace(String part, String replacement, String expected) {
    assertThat(GOOD).contains(part);
    String bad = GOOD.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(replacement));
    assertThatThrownBy(() -> read(bad))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("bad.json: ")
        .hasMessageContaining(expected)
        .message()
        .matches(Printable::is, "is printable")
        .doesNotContain("Feature", "Source", "StreamRead")
        .endsWith(".");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "good   | 20000  | line 1, column 39 (name): expected a shorter text or number.",
        "relu   | 20000  | expected a shorter text or number.",
        "cost   | 20000  | expected a shorter key.",
        "0.5    | 20000  | (learningRate): expected a shorter text or number."
      })
  void whatIsTooLongIsNotRepeated(String part, int times, String expected) {
    String bad = GOOD.replaceFirst(Pattern.quote(part), part.substring(0, 3) + "7".repeat(times));
    assertThatThrownBy(() -> read(bad))
        .isInstanceOf(InvalidInput.class)
        .message()
        .endsWith(expected)
        .hasSizeLessThan(100);
  }

  @Test
  void aLongUnknownWordIsShortened() {
    assertThatThrownBy(() -> read(GOOD.replace("relu", "r".repeat(9_000))))
        .message()
        .endsWith("found \"" + "r".repeat(60) + "…\".");
  }

  @Test
  void nothingAtAllIsSaidToBeNothing() {
    assertThatThrownBy(() -> read(""))
        .hasMessage("bad.json: expected a case, found nothing at all.");
  }

  @Test
  void deepNestingIsRefused() {
    assertThatThrownBy(() -> read("{\"layers\": " + "[".repeat(100_000)))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> ResultReader.readLine("it", "{\"extra\": " + "[".repeat(100_000)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageEndingWith(": expected fewer brackets inside each other.");
  }

  @Test
  void aSecondCaseIsNamedByItsLine() {
    String second = GOOD.replace("[7, 8]", "[7]");
    assertThatThrownBy(() -> read(GOOD + second))
        .hasMessageContaining("line 6: layers[0].weights: expected 1 row,");
  }

  @Test
  void anEarlyEndIsSaidWhereverItIs() {
    // Half of 0.5 is no early end but a number without its digits.
    String whole = GOOD.strip().replace("0.5", "5");
    for (int length = 1; length < whole.length(); length++) {
      String beginning = whole.substring(0, length);
      assertThatThrownBy(() -> read(beginning))
          .as(beginning)
          .isInstanceOf(InvalidInput.class)
          .hasMessage("bad.json: the JSON ends too early.");
    }
  }

  @Test
  void aNameInUseIsRefusedInOneFile() {
    assertThatThrownBy(() -> read(GOOD + GOOD))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "bad.json: line 6: name: expected a name of its own, found \"good\" again after bad.json, line 1.");
  }

  @Test
  void aNameInUseIsRefusedInAnotherFile(@TempDir Path folder) throws IOException {
    Path first = Files.writeString(folder.resolve("a.json"), GOOD);
    Path second = Files.writeString(folder.resolve("b.jsonl"), GOOD);
    assertThatThrownBy(() -> new CaseReader(Limits.DEFAULT).read(folder))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(second + ": line 1: name: ")
        .hasMessageEndingWith("found \"good\" again after " + first + ", line 1.");
  }

  @Test
  void whatIsNoFileIsLeftOutOfAFolder(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.json"), GOOD);
    Files.createDirectory(folder.resolve("folder.json"));
    assertThat(new CaseReader(Limits.DEFAULT).read(folder)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100})
  void aFailureWhileReadingNamesTheFile(int readable) {
    InputStream beginning = new ByteArrayInputStream(GOOD.substring(0, readable).getBytes(UTF_8));
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Input/output error");
          }
        };
    InputStream input = new SequenceInputStream(beginning, failing);
    assertThatThrownBy(() -> new CaseReader(Limits.DEFAULT).read("bad.json", input))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("bad.json: expected readable input: Input/output error.");
  }

  @ParameterizedTest
  @CsvSource({"0, 1, --max-bytes, 0", "-5, 1, --max-bytes, -5", "1, -1, --max-parameters, -1"})
  void aLimitBelowOneIsRefused(long bytes, long parameters, String option, long found) {
    assertThatThrownBy(() -> new Limits(bytes, parameters))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(option + ": expected 1 or more, found " + found + ".");
  }

  @Test
  void anEmptyPathIsRefused() {
    assertThatThrownBy(() -> new CaseReader(Limits.DEFAULT).read(Path.of("")))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("\"\": expected a path, found nothing.");
  }

  @Test
  void tooManyBytesAreRefused() {
    assertThatThrownBy(() -> read(GOOD, new Limits(100, 1000)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("expected at most 100 bytes");
  }

  @Test
  void tooManyParametersAreRefused() {
    assertThat(read(GOOD, new Limits(10_000, 11))).hasSize(1);
    assertThatThrownBy(() -> read(GOOD, new Limits(10_000, 10)))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("layers[1]: expected at most 10 weights and biases");
  }

  @Test
  void aMissingFileIsSaid() {
    Path missing = Path.of("no-such-file.json");
    assertThatThrownBy(() -> new CaseReader(Limits.DEFAULT).read(missing))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("no-such-file.json: expected a case file");
  }
}
