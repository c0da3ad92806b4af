package backprop.parity.truth;

import static backprop.parity.truth.Published.assertDigits;
import static backprop.parity.truth.Published.assertRoundings;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.sources.GradientSource;
import backprop.parity.suites.WorkedExamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every number of the "two-layer backprop" notebook (g-eoj) to the cs231n course.
 *
 * <p>It writes samples as rows and so multiplies x·W: its weights, and the gradients here, have a
 * row per sending neuron. One of its two hidden neurons is a dead relu.
 */
class Cs231nTest {
  private static final Case QUESTION = WorkedExamples.named("cs231n");

  /** The hidden delta is 0.08 - 0.02 - 0.07 with 0.01 left, and each holds a share less 1. */
  private static final double CANCELLATION = 64.0;

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theForwardPassIsAsPublished(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    assertDigits(
        "hidden pre-activations",
        Twins.values(answer, Quantity.PRE_ACTIVATIONS, 1),
        new String[][] {{"2.28"}, {"-.68"}});
    assertDigits(
        "scores",
        Twins.values(answer, Quantity.PRE_ACTIVATIONS, 2),
        new String[][] {{".4332"}, {"-.228"}, {".228"}});
    assertRoundings("loss", answer.cost().orElseThrow(), "1.0513754685043635", 1.0);
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theBiasGradientsAreAsPublished(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    assertDigits(
        "db2",
        Twins.values(answer, Quantity.BIAS_GRADIENTS, 2),
        new String[][] {{".429052723714"}, {".221490524653"}, {"-.650543248367"}});
    assertRoundings(
        "db1",
        Twins.values(answer, Quantity.BIAS_GRADIENTS, 1),
        new String[][] {{"-.00568335979620773"}, {"0.0"}},
        CANCELLATION);
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theWeightGradientsAreAsPublished(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    assertRoundings(
        "dW2",
        Rows.transpose(Twins.values(answer, Quantity.WEIGHT_GRADIENTS, 2)),
        new String[][] {
          {".9782402100688974", ".504998396207772", "-1.4832386062766691"}, {"0.0", "0.0", "0.0"}
        },
        CANCELLATION);
    assertRoundings(
        "dW1",
        Rows.transpose(Twins.values(answer, Quantity.WEIGHT_GRADIENTS, 1)),
        new String[][] {{"-.09093375673932373", "0.0"}, {".0341001587772464", "0.0"}},
        CANCELLATION);
  }
}
