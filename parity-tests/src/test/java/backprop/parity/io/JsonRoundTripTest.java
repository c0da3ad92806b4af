package backprop.parity.io;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.WeightLayout;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.RandomCases;
import backprop.parity.verdict.BitComparison;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written reads back as the same bits. */
class JsonRoundTripTest {
  private static Case roundTrip(Case question, boolean hexadecimal) {
    byte[] line = new JsonWriter(hexadecimal).write(question).getBytes(StandardCharsets.UTF_8);
    return new CaseReader(Limits.DEFAULT).read("line", new ByteArrayInputStream(line)).get(0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCaseReadsBackWithTheSameBits(boolean hexadecimal) {
    RandomCases random = new RandomCases(11);
    for (int number = 0; number < 200; number++) {
      Case question = random.next();
      Case same = roundTrip(question, hexadecimal);
      assertThat(new JsonWriter(true).write(same)).isEqualTo(new JsonWriter(true).write(question));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aResultReadsBackWithTheSameBits(boolean hexadecimal) {
    RandomCases random = new RandomCases(12);
    for (int number = 0; number < 200; number++) {
      Case question = random.next();
      Result result = new LoopsSource().answer(question);
      String line = new JsonWriter(hexadecimal).write(result, question.weightLayout(), true);
      Result same = ResultReader.readLine("line", line).resultFor(question);
      BitComparison comparison = BitComparison.of(result, same);
      assertThat(comparison.firstDifference()).isEmpty();
      assertThat(comparison.total()).isEqualTo(BitComparison.of(result, result).total());
    }
  }

  @Test
  void theOtherWeightLayoutIsTurnedOverBothWays() {
    Case usual = new RandomCases(13).next();
    Case turned =
        new Case(
            usual.name(),
            usual.network(),
            usual.inputs(),
            usual.targets(),
            OptionalDouble.of(0.1),
            WeightLayout.INPUTS_BY_OUTPUTS);
    String line = new JsonWriter(false).write(turned);
    assertThat(line).contains("inputs-by-outputs");
    Result result = new LoopsSource().answer(turned);
    String answer = new JsonWriter(false).write(result, turned.weightLayout(), true);
    Result same = ResultReader.readLine("line", answer).resultFor(roundTrip(turned, false));
    assertThat(BitComparison.of(result, same).firstDifference()).isEmpty();
  }

  @Test
  void minusZeroKeepsItsSignHoweverItIsWritten() {
    for (String zero : new String[] {"-0", "-0.0", "-0e5", "\"-0x0p+0\""}) {
      String text =
          """
          {"format": "backprop-case-1", "name": "zero", "layers": [{"activation": "identity",
           "weights": [[%s]], "biases": [1]}], "cost": "squared-error", "reduction": "sum",
           "inputs": [[1]], "targets": [[1]]}"""
              .formatted(zero);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      Case question =
          new CaseReader(Limits.DEFAULT).read("zero", new ByteArrayInputStream(bytes)).get(0);
      double weight = question.network().layer(1).weights()[0][0];
      assertThat(Double.doubleToRawLongBits(weight)).as(zero).isEqualTo(Long.MIN_VALUE);
    }
  }

  @Test
  void infinitiesAndNaNOfAnAnswerAreEntriesNotErrors() {
    String line =
        """
        {"format": "backprop-gradients-1", "name": "odd", "cost": "NaN", "extra": [{"a": []}],
         "layers": [{"weightGradients": [["-Infinity"]], "biasGradients": ["inf"], "dleta": {}}]}""";
    Answer answer = ResultReader.readLine("line", line);
    assertThat(answer.cost()).hasValue(Double.NaN);
    assertThat(answer.layers().get(0).get(Quantity.WEIGHT_GRADIENTS)[0][0])
        .isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(answer.layers().get(0).get(Quantity.BIAS_GRADIENTS)[0][0])
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(answer.ignoredKeys()).containsExactly("dleta", "extra");
    assertThat(answer.unsupported()).isEqualTo(Optional.empty());
  }
}
