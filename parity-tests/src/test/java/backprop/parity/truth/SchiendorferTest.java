package backprop.parity.truth;

import static backprop.parity.truth.Published.assertDigits;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.GradientSource;
import backprop.parity.suites.WorkedExamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of "A worked example of backpropagation" (2020): a batch of 2, summed. */
class SchiendorferTest {
  private static final Case QUESTION = WorkedExamples.named("schiendorfer");

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theWeightGradientsAreAsPublished(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    assertDigits(
        "dW1",
        Twins.values(answer, Quantity.WEIGHT_GRADIENTS, 1),
        new String[][] {{"-3.25184585e-07", "1.06917303e-06"}, {".00142014367", ".000473381232"}});
    assertDigits(
        "dW2",
        Twins.values(answer, Quantity.WEIGHT_GRADIENTS, 2),
        new String[][] {{"-.10518746", ".27484974"}, {".02654902", "-.02455364"}});
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theUpdatedWeightsAreAsPublished(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    assertDigits(
        "W1",
        Twins.values(answer, Quantity.UPDATED_WEIGHTS, 1),
        new String[][] {{"6.00000016", "-2.00000053"}, {"-3.00071007", "4.99976331"}});
    assertDigits(
        "W2",
        Twins.values(answer, Quantity.UPDATED_WEIGHTS, 2),
        new String[][] {{"1.05259373", ".11257513"}, {"-2.01327451", "2.01227682"}});
  }
}
