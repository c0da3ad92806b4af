package backprop.parity.truth;

import static backprop.parity.truth.Published.assertRoundings;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.GradientSource;
import backprop.parity.suites.WorkedExamples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of "neural-network-by-code" (@IT, Isshiki), which prints doubles in full. */
class IsshikiTest {
  private static final Case QUESTION = WorkedExamples.named("isshiki");

  /** The second output is off by 1.22 - 0.99. */
  private static final double CANCELLATION = 10.0;

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theOutputsAreAsPublished(GradientSource twin) {
    assertAsPublished(
        twin,
        Quantity.ACTIVATIONS,
        2,
        new String[][] {{"1.10590596705977"}, {"1.2249214040964653"}});
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theWeightGradientsAreAsPublished(GradientSource twin) {
    assertAsPublished(
        twin,
        Quantity.WEIGHT_GRADIENTS,
        1,
        new String[][] {
          {".006706025259285303", ".013412050518570607"},
          {".007487461943833829", ".014974923887667657"}
        });
    assertAsPublished(
        twin,
        Quantity.WEIGHT_GRADIENTS,
        2,
        new String[][] {
          {".6501681244277691", ".6541291517796395"}, {".13937181955411934", ".1402209162240302"}
        });
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theBiasGradientsAreAsPublished(GradientSource twin) {
    assertAsPublished(
        twin,
        Quantity.BIAS_GRADIENTS,
        1,
        new String[][] {{".13412050518570606"}, {".14974923887667657"}});
    assertAsPublished(
        twin,
        Quantity.BIAS_GRADIENTS,
        2,
        new String[][] {{"1.09590596705977"}, {".23492140409646534"}});
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theUpdatedWeightsAreAsPublished(GradientSource twin) {
    assertAsPublished(
        twin,
        Quantity.UPDATED_WEIGHTS,
        1,
        new String[][] {
          {".14932939747407145", ".19865879494814295"}, {".2492512538056166", ".2985025076112332"}
        });
    assertAsPublished(
        twin,
        Quantity.UPDATED_WEIGHTS,
        2,
        new String[][] {
          {".3349831875572231", ".3845870848220361"}, {".48606281804458806", ".5359779083775971"}
        });
  }

  private static void assertAsPublished(
      GradientSource twin, Quantity quantity, int l, String[][] published) {
    Result answer = twin.answer(QUESTION);
    String name = "%s[%d]".formatted(quantity.fieldName(), l);
    assertRoundings(name, Twins.values(answer, quantity, l), published, CANCELLATION);
  }
}
