package backprop.parity.check;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.diagnosis.mistakes.FaultyLoops;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.verdict.Precision;
import backprop.parity.verdict.Verdict;
import org.junit.jupiter.api.Test;

/** What any Java caller is told, and with which words. */
class GradientCheckTest {
  private static final Case HELLO = WorkedExamples.named("hello");

  @Test
  void aRightSourceAgreesOnTheWholeSuite() {
    assertThat(GradientCheck.of(new MatrixSource()).kind()).isEqualTo(Verdict.Kind.AGREES);
  }

  @Test
  void aWrongOneIsNamed() {
    GradientCheck check = new GradientCheck(Precision.DOUBLE);
    FaultyLoops wrong = new FaultyLoops(FaultyProgram.with(Mistake.HIDDEN_DERIVATIVE_MISSING));
    check.add(HELLO, wrong.answer(HELLO));
    Verdict verdict = check.verdict();
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.DISAGREES);
    assertThat(verdict.mistakes()).containsExactly("hidden-derivative-missing");
    assertThat(verdict.rightIn()).isEmpty();
  }

  @Test
  void theRoundingOfSinglePrecisionHidesNoPlace() {
    GradientCheck check = new GradientCheck(Precision.DOUBLE);
    check.add(HELLO, inSinglePrecisionWithOutputBiasTimes(3.1));
    assertThat(check.verdict().note()).contains("look at step 5");
  }

  private static Result inSinglePrecisionWithOutputBiasTimes(double factor) {
    Result right = new LoopsSource().answer(HELLO);
    Result.Builder answer = Result.to(HELLO);
    for (int l = 1; l <= right.depth(); l++) {
      double scale = l == right.depth() ? factor : 1.0;
      double[][] biases = right.values(Quantity.BIAS_GRADIENTS, l).orElseThrow();
      answer.put(Quantity.BIAS_GRADIENTS, l, single(biases, scale));
      double[][] weights = right.values(Quantity.WEIGHT_GRADIENTS, l).orElseThrow();
      answer.put(Quantity.WEIGHT_GRADIENTS, l, single(weights, 1.0));
    }
    return answer.build();
  }

  private static double[][] single(double[][] rows, double scale) {
    for (double[] row : rows) {
      for (int column = 0; column < row.length; column++) {
        row[column] = (float) (scale * row[column]);
      }
    }
    return rows;
  }
}
