package backprop.parity.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.check.GradientCheck;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.DefaultSuite;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs that compute with fewer digits are right in their format, and told which one it is. */
class CoarsePrecisionTest {
  @ParameterizedTest
  @CsvSource({"TF32, 11, 24", "HALF, 11, 11", "BFLOAT16, 8, 8"})
  void whatIsRoundedSoAgreesInItsFormat(Precision precision, int operandBits, int storedBits) {
    RoundedOperands program = new RoundedOperands(operandBits, storedBits);
    assertThat(verdict(precision, program::answer).kind()).isEqualTo(Verdict.Kind.AGREES);
  }

  @ParameterizedTest
  @CsvSource({"TF32, 11, 24"})
  void askedInDoubleItIsToldItsFormat(Precision precision, int operandBits, int storedBits) {
    RoundedOperands program = new RoundedOperands(operandBits, storedBits);
    Verdict verdict = verdict(Precision.DOUBLE, program::answer);
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.DISAGREES);
    assertThat(verdict.rightIn()).contains(precision);
  }

  /** A format with few digits is no excuse for twice the gradient. */
  @ParameterizedTest
  @CsvSource({"TF32, 11, 24", "HALF, 11, 11", "BFLOAT16, 8, 8"})
  void aMistakeIsSeenInEveryFormat(Precision precision, int operandBits, int storedBits) {
    RoundedOperands program = new RoundedOperands(operandBits, storedBits);
    Verdict verdict =
        verdict(precision, question -> scaled(2.0, question, program.answer(question)));
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.DISAGREES);
    assertThat(verdict.rightIn()).isEmpty();
  }

  @Test
  void whatHasTheDigitsOfADoubleIsNotComputedInFewer() {
    LoopsSource loops = new LoopsSource();
    Verdict verdict =
        verdict(Precision.DOUBLE, question -> scaled(1.004, question, loops.answer(question)));
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.DISAGREES);
    assertThat(verdict.rightIn()).isEmpty();
  }

  private static Verdict verdict(Precision precision, Function<Case, Result> program) {
    GradientCheck check = new GradientCheck(precision);
    DefaultSuite.cases().forEach(question -> check.add(question, program.apply(question)));
    return check.verdict();
  }

  private static Result scaled(double factor, Case question, Result right) {
    Result.Builder scaled = Result.to(question);
    for (int l = 1; l <= right.depth(); l++) {
      double[][] gradients = right.values(Quantity.WEIGHT_GRADIENTS, l).orElseThrow();
      for (double[] row : gradients) {
        for (int i = 0; i < row.length; i++) {
          row[i] = factor * row[i];
        }
      }
      scaled.put(Quantity.WEIGHT_GRADIENTS, l, gradients);
    }
    return scaled.build();
  }
}
