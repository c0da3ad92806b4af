package backprop.parity.check;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.diagnosis.mistakes.FaultyLoops;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.habits.Habit;
import backprop.parity.sources.habits.HabitualSource;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.suites.StressSuite;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import backprop.parity.verdict.Verdict;
import backprop.parity.verdict.Verdict.Kind;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fragile is what a careless but right formula explains, and nothing else. */
class FragileTest {
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SINGLE_PRECISION")
  void aRightFormulaIsNeverWrongHoweverHardTheCase(Habit habit) {
    assertThat(underStress(new HabitualSource(habit)::answer)).isNotEqualTo(Kind.DISAGREES);
  }

  @Test
  void aFormulaThatLosesItsAccuracyIsFragile() {
    GradientSource unfused = new HabitualSource(Habit.UNFUSED_OUTPUT_DELTA);
    assertThat(underStress(unfused::answer)).isEqualTo(Kind.FRAGILE);
  }

  @Test
  void aGradientThatIsClippedIsWrong() {
    assertThat(underStress(FragileTest::clipped)).isEqualTo(Kind.DISAGREES);
  }

  /** Right formulas under an assumption that the case does not keep. */
  @ParameterizedTest
  @EnumSource(names = {"TARGETS_ASSUMED_TO_SUM_TO_ONE", "PRE_ACTIVATION_CLIPPED"})
  void anAssumptionThatDoesNotHoldIsWrong(Mistake mistake) {
    FaultyLoops program = new FaultyLoops(FaultyProgram.with(mistake));
    assertThat(verdict(DefaultSuite.cases(), program::answer).kind()).isEqualTo(Kind.DISAGREES);
  }

  /** Some set the slope of every activation at exactly 0 to 0. */
  @Test
  void anIdentityWithoutASlopeAtZeroIsWrong() {
    List<Case> cases =
        DefaultSuite.cases().stream()
            .filter(question -> question.name().equals("identity-at-zero"))
            .toList();
    Verdict verdict = verdict(cases, FragileTest::withoutSlopeAtZero);
    assertThat(verdict.kind()).isEqualTo(Kind.DISAGREES);
  }

  /** The first neuron's pre-activation is 0 in the first of two samples, which then adds nothing. */
  private static Result withoutSlopeAtZero(Case question) {
    Result right = new LoopsSource().answer(question);
    double[][] deltas = right.values(Quantity.DELTAS, 1).orElseThrow();
    double[][] biases = right.values(Quantity.BIAS_GRADIENTS, 1).orElseThrow();
    assertThat(right.values(Quantity.PRE_ACTIVATIONS, 1).orElseThrow()[0][0]).isZero();
    biases[0][0] = deltas[0][1] / 2.0;
    Result.Builder result = Result.to(question).put(Quantity.BIAS_GRADIENTS, 1, biases);
    result.put(Quantity.BIAS_GRADIENTS, 2, right.values(Quantity.BIAS_GRADIENTS, 2).orElseThrow());
    for (int l = 1; l <= 2; l++) {
      result.put(
          Quantity.WEIGHT_GRADIENTS, l, right.values(Quantity.WEIGHT_GRADIENTS, l).orElseThrow());
    }
    return result.build();
  }

  private static Kind underStress(Function<Case, Result> candidate) {
    return verdict(StressSuite.cases(), candidate).kind();
  }

  private static Verdict verdict(List<Case> cases, Function<Case, Result> candidate) {
    VerdictTally tally = new VerdictTally();
    for (Case question : cases) {
      Result right = new LoopsSource().answer(question);
      Result actual = candidate.apply(question);
      tally.addStress(new CaseComparison(question, right, actual, Precision.DOUBLE));
    }
    return tally.verdict(FirstDivergence::of);
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
