package backprop.parity.check;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.CarelessSource;
import backprop.parity.sources.CarelessSource.Habit;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.StressSuite;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import backprop.parity.verdict.Verdict.Kind;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fragile is what a careless but right formula explains, and nothing else. */
class FragileTest {
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SINGLE_PRECISION")
  void aRightFormulaIsNeverWrongHoweverHardTheCase(Habit habit) {
    assertThat(underStress(new CarelessSource(habit)::answer)).isNotEqualTo(Kind.DISAGREES);
  }

  @Test
  void aFormulaThatLosesItsAccuracyIsFragile() {
    GradientSource unfused = new CarelessSource(Habit.UNFUSED_OUTPUT_DELTA);
    assertThat(underStress(unfused::answer)).isEqualTo(Kind.FRAGILE);
  }

  @Test
  void aGradientThatIsClippedIsWrong() {
    assertThat(underStress(FragileTest::clipped)).isEqualTo(Kind.DISAGREES);
  }

  private static Kind underStress(Function<Case, Result> candidate) {
    VerdictTally tally = new VerdictTally();
    for (Case question : StressSuite.cases()) {
      Result right = new LoopsSource().answer(question);
      Result actual = candidate.apply(question);
      tally.addStress(new CaseComparison(question, right, actual, Precision.DOUBLE));
    }
    return tally.verdict(FirstDivergence::of).kind();
  }

  private static Result clipped(Case question) {
    Result right = new LoopsSource().answer(question);
    Result.Builder clipped = Result.to(question);
    for (int l = 1; l <= right.depth(); l++) {
      double[][] gradients = right.values(Quantity.WEIGHT_GRADIENTS, l).orElseThrow();
      for (double[] row : gradients) {
        for (int i = 0; i < row.length; i++) {
          row[i] = StrictMath.max(-100.0, StrictMath.min(100.0, row[i]));
        }
      }
      clipped.put(Quantity.WEIGHT_GRADIENTS, l, gradients);
    }
    return clipped.build();
  }
}
