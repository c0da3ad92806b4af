package backprop.parity.truth;

import static backprop.parity.truth.Published.assertRoundings;
import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Layer;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.GradientSource;
import backprop.parity.suites.WorkedExamples;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every number of theaie's 1-2-1 example, which can be checked in one's head. */
class TheaieTest {
  private static final Case QUESTION = WorkedExamples.named("theaie");

  /** The output is off by 5.1 - 3, and the cost is its square. */
  private static final double CANCELLATION = 8.0;

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void allNumbersAreAsPublished(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    assertRoundings("f", Twins.values(answer, Quantity.ACTIVATIONS, 2)[0][0], "5.1", CANCELLATION);
    assertRoundings("cost", answer.cost().orElseThrow(), "2.205", CANCELLATION);
    assertRoundings("δ", Twins.values(answer, Quantity.DELTAS, 2)[0][0], "2.1", CANCELLATION);
    double[] outputGradients = Twins.values(answer, Quantity.WEIGHT_GRADIENTS, 2)[0];
    assertRoundings("dW2[0]", outputGradients[0], "5.25", CANCELLATION);
    assertThat(outputGradients[1]).as("dW2[1]").isZero();
    double[][] hiddenGradients = Twins.values(answer, Quantity.WEIGHT_GRADIENTS, 1);
    assertRoundings("dW1[0]", hiddenGradients[0][0], "8.4", CANCELLATION);
    assertThat(hiddenGradients[1][0]).as("dW1[1]").isZero();
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void allNumbersAreExactWithAnEighthAsTheLastBias(GradientSource twin) {
    Layer output = QUESTION.network().layer(2);
    double[] anEighth = {0.125};
    List<Layer> layers =
        List.of(
            QUESTION.network().layer(1),
            new Layer(output.activation(), output.weights(), anEighth));
    Result answer = twin.answer(Twins.withLayers(QUESTION, layers));
    // 5.125 - 3 = 2.125; half its square; times 2.5; times 2, then times the input 2.
    assertThat(answer.cost().orElseThrow()).isEqualTo(2.2578125);
    assertThat(Twins.values(answer, Quantity.DELTAS, 2)).isDeepEqualTo(new double[][] {{2.125}});
    assertThat(Twins.values(answer, Quantity.WEIGHT_GRADIENTS, 2))
        .isDeepEqualTo(new double[][] {{5.3125, 0.0}});
    assertThat(Twins.values(answer, Quantity.WEIGHT_GRADIENTS, 1))
        .isDeepEqualTo(new double[][] {{8.5}, {0.0}});
  }
}
