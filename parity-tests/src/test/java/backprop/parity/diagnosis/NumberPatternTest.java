package backprop.parity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.check.GradientCheck;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.verdict.Precision;
import backprop.parity.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the wrong numbers have in common where no mistake of the catalogue explains them. */
class NumberPatternTest {
  /** What a program makes of one number. */
  @FunctionalInterface
  private interface Change {
    double of(Case question, int layer, int j, int i, double right);
  }

  private static Result changed(Case question, Quantity quantity, Change change, Result right) {
    Result.Builder result = Result.to(question);
    right.cost().ifPresent(result::cost);
    for (int l = 1; l <= right.depth(); l++) {
      for (Quantity each : List.of(Quantity.WEIGHT_GRADIENTS, Quantity.BIAS_GRADIENTS)) {
        double[][] numbers = right.values(each, l).orElse(null);
        for (int j = 0; numbers != null && each == quantity && j < numbers.length; j++) {
          for (int i = 0; i < numbers[j].length; i++) {
            numbers[j][i] = change.of(question, l, j, i, numbers[j][i]);
          }
        }
        if (numbers != null) {
          result.put(each, l, numbers);
        }
      }
    }
    return result.build();
  }

  private static Result withEvery(Case question, Change change) {
    Result right = new LoopsSource().answer(question);
    Result weights = changed(question, Quantity.WEIGHT_GRADIENTS, change, right);
    return changed(question, Quantity.BIAS_GRADIENTS, change, weights);
  }

  private static Verdict verdict(List<Case> cases, Change change) {
    GradientCheck check = new GradientCheck(Precision.DOUBLE);
    for (Case question : cases) {
      check.add(question, withEvery(question, change));
    }
    return check.verdict();
  }

  private static Verdict verdict(Change change) {
    return verdict(DefaultSuite.cases(), change);
  }

  @Test
  void clippedGradientsAreSaidToBeClipped() {
    Verdict verdict =
        verdict((asked, l, j, i, right) -> StrictMath.max(-0.125, StrictMath.min(0.125, right)));
    assertThat(verdict.pattern()).contains("no gradient is larger than 0.125: they are clipped");
  }

  /** In the first neuron every number is wrong, small ones too: no clipping does that. */
  @Test
  void oneThatIsNotClippedIsNoClipping() {
    Verdict verdict =
        verdict(
            (asked, l, j, i, right) ->
                (j == 0 ? 0.5 : 1.0) * StrictMath.max(-0.125, StrictMath.min(0.125, right)));
    assertThat(verdict.pattern().orElseThrow()).doesNotContain("clipped");
  }

  @Test
  void aPenaltyOnTheWeightsIsRecognised() {
    GradientCheck check = new GradientCheck(Precision.DOUBLE);
    for (Case question : DefaultSuite.cases()) {
      Result right = new LoopsSource().answer(question);
      check.add(
          question,
          changed(
              question,
              Quantity.WEIGHT_GRADIENTS,
              (asked, l, j, i, number) ->
                  number + 0.03125 * asked.network().layer(l).weights()[j][i],
              right));
    }
    assertThat(check.verdict().pattern())
        .contains("every weight gradient is more by 0.03125 times the weight");
  }

  @Test
  void oneNumberBetweenAllGradientsIsMeasured() {
    Verdict verdict = verdict((asked, l, j, i, right) -> 0.1 * right);
    assertThat(verdict.pattern()).contains("all gradients are 0.1 times the right ones");
  }

  /** From updated weights alone nobody can tell a wrong gradient from a wrong step. */
  @Test
  void updatesAloneBlameNoStepForSure() {
    GradientCheck check = new GradientCheck(Precision.DOUBLE);
    for (Case question : DefaultSuite.cases()) {
      Result right = new LoopsSource().answer(question);
      Result.Builder updates = Result.to(question);
      for (int l = 1; l <= right.depth(); l++) {
        double[][] updated = right.values(Quantity.UPDATED_WEIGHTS, l).orElseThrow();
        updated[0][0] += 0.0625 * l;
        updates.put(Quantity.UPDATED_WEIGHTS, l, updated);
      }
      check.add(question, updates.build());
    }
    assertThat(check.verdict().pattern().orElseThrow()).startsWith("updated parameters wrong");
    assertThat(check.verdict().note()).contains("the gradients or step 8 may be wrong");
  }

  @Test
  void whatIsRightWithOneSampleIsWrongInTheSums() {
    Verdict verdict =
        verdict(
            (asked, l, j, i, right) ->
                asked.samples() == 1 ? right : right * (1.0 + 0.125 * (l + j + asked.samples())));
    assertThat(verdict.pattern())
        .contains("right with one sample, wrong with more: the sums over the samples");
    assertThat(verdict.note()).doesNotContain("step 4");
  }

  /**
   * Gradients of one sample that fit another forward pass, with all activations of the other sign,
   * which a right cost rules out.
   */
  @Test
  void aRightCostClearsTheForwardPass() {
    GradientCheck check = new GradientCheck(Precision.DOUBLE);
    for (Case question : DefaultSuite.cases()) {
      if (question.samples() == 1) {
        Change weights = (asked, l, j, i, right) -> (l + 1) * right;
        Change biases = (asked, l, j, i, right) -> -(l + 1) * right;
        Result right = new LoopsSource().answer(question);
        Result half = changed(question, Quantity.WEIGHT_GRADIENTS, weights, right);
        check.add(question, changed(question, Quantity.BIAS_GRADIENTS, biases, half));
      }
    }
    assertThat(check.verdict().pattern().orElseThrow()).doesNotContain("step 1", "step 2");
  }
}
