package backprop.parity.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.verdict.BitComparison;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases and answers as lines of words and numbers. */
class PlainLineTest {
  private static final Case TWO_LAYERS =
      read(
          """
          {"format": "backprop-case-1", "name": "two",
           "layers": [{"activation": "relu", "weights": [[1, 2, 3], [4, 5, 6]]},
                      {"activation": "sigmoid", "weights": [[0.5], [-7e-9], [0]], "biases": [8]}],
           "weightLayout": "inputs-by-outputs", "learningRate": 0.25,
           "cost": "half-squared-error", "reduction": "element-mean",
           "inputs": [[9, 10], [11, 12]], "targets": [[13], [14]]}
          """);

  private static Case read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new CaseReader(Limits.DEFAULT).read("a", new ByteArrayInputStream(bytes)).get(0);
  }

  @Test
  void aCaseIsItsWordsInTheOrderOfTheProtocol() {
    assertThat(PlainWriter.write(TWO_LAYERS))
        .isEqualTo(
            "plain-1 2 2 half-squared-error element-mean 0.25 2"
                + " 3 relu 0 1.0 4.0 2.0 5.0 3.0 6.0"
                + " 1 sigmoid 1 0.5 -7.0E-9 0.0 8.0"
                + " 9.0 10.0 13.0 11.0 12.0 14.0");
  }

  @Test
  void withoutALearningRateTheRateIsZero() {
    assertThat(PlainWriter.write(TWO_LAYERS.withoutLearningRate()))
        .startsWith("plain-1 2 2 half-squared-error element-mean 0.0 2 ");
  }

  @Test
  void anAnswerComesBackWithAllItsBits() {
    for (Case question : DefaultSuite.cases()) {
      Result loops = new LoopsSource().answer(question);
      String line = PlainWriter.write(question, loops);
      assertThat(PlainReader.isAnswer(line)).isTrue();
      Result read = PlainReader.read("line", line, question).orElseThrow();
      BitComparison comparison = BitComparison.of(loops, read);
      assertThat(comparison.firstDifference()).as(question.name()).isEmpty();
      assertThat(comparison.total()).isEqualTo(line.split(" ").length - 1);
    }
  }

  @Test
  void updatesAreReadInTheSameOrder() {
    String line = "updates ? 1 2 3 4 5 6 7 8 9 10";
    Result read = PlainReader.read("line", line, TWO_LAYERS).orElseThrow();
    assertThat(read.cost()).isEmpty();
    assertThat(read.values(Quantity.UPDATED_WEIGHTS, 1).orElseThrow())
        .isDeepEqualTo(new double[][] {{1, 2}, {3, 4}, {5, 6}});
    assertThat(read.values(Quantity.UPDATED_BIASES, 1)).isEmpty();
    assertThat(read.values(Quantity.UPDATED_WEIGHTS, 2).orElseThrow())
        .isDeepEqualTo(new double[][] {{7, 8, 9}});
    assertThat(read.values(Quantity.UPDATED_BIASES, 2).orElseThrow()[0][0]).isEqualTo(10.0);
    assertThat(read.values(Quantity.WEIGHT_GRADIENTS, 1)).isEmpty();
  }

  @Test
  void unsupportedNeedsNoNumbers() {
    assertThat(PlainReader.read("line", "unsupported no softmax here", TWO_LAYERS)).isEmpty();
  }

  /** What C, C++, Rust, Go, Ruby, R, Octave and Julia print. */
  @ParameterizedTest
  @CsvSource({
    "nan, NaN",
    "-nan, NaN",
    "NaN, NaN",
    "+NaN, NaN",
    "nan(0x8000000000000), NaN",
    "-nan(ind), NaN",
    "-1.#IND00, NaN",
    "1.#QNAN, NaN",
    "inf, Infinity",
    "+Inf, Infinity",
    "Infinity, Infinity",
    "-inf, -Infinity",
    "-INFINITY, -Infinity",
    "1.#INF, Infinity",
    "-1.#INF00, -Infinity",
    "0x1.8p-1, 0.75",
    "0X1P+2, 4",
    "1e-3, 0.001",
    ".5, 0.5",
    "5., 5",
    "-0, -0.0",
    "+2.5E+00, 2.5"
  })
  void everySpellingOfANumberIsRead(String word, double number) {
    double read = PlainNumber.read(word).orElseThrow();
    assertThat(Bits.of(read)).isEqualTo(Bits.of(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1d", "1f", "NA", "0x10", "1,5", "--1", "in", "nano", "1e", "e5"})
  void whatIsNoNumberIsNone(String word) {
    assertThat(PlainNumber.read(word)).isEmpty();
  }

  /** If digits were given back and tried again, each of these would take hours. */
  @ParameterizedTest
  @ValueSource(strings = {"0x", "0x.", "1e", "-1.", "nan(", "1.#inf"})
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void aMillionDigitsAreNoMoreThanTheirNumber(String beginning) {
    assertThat(PlainNumber.read(beginning + "1".repeat(1_000_000) + "~")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gradients 0.5 1 2 3 4 5 6 7 8 9 | line: expected the cost and 6 weights in layer 1,"
            + " 3 weights and 1 bias in layer 2 after \"gradients\", which are 11 numbers, found 10.",
        "updates 1 2 3 4 5 6 7 8 9 10 11 12 | which are 11 numbers, found 12.",
        "gradients 0.5 1 2 3 4 5,0 6 7 8 9 10 | line: weightGradients[1][2][0]: expected a number,"
            + " found \"5,0\".",
        "updates 0.5 1 2 3 4 5 6 7 8 9 NA | line: updatedBiases[2][0]: expected a number, found",
        "gradients cost 1 2 3 4 5 6 7 8 9 10 | line: cost: expected a number or \"?\", found \"cost\"."
      })
  void aMalformedAnswerIsToldInOneSentence(String line, String sentence) {
    assertThatThrownBy(() -> PlainReader.read("line", line, TWO_LAYERS))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void updatesOfACaseWithoutARateAreRefused() {
    Case question = WorkedExamples.named("mazur").withoutLearningRate();
    assertThatThrownBy(() -> PlainReader.read("line", "updates ? 1", question))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "line: expected \"gradients\", because the case has no learning rate, found"
                + " \"updates\".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "{}", "epoch 1", "gradient 1", "GRADIENTS 1"})
  void anythingElseIsNoAnswer(String line) {
    assertThat(PlainReader.isAnswer(line)).isFalse();
  }
}
