package backprop.parity.model;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import org.junit.jupiter.api.Test;

/** The endings are those of the network language: 16 pairs of activation and cost, times 3. */
class ObjectiveTest {

  @Test
  void thereAreFortyEight() {
    assertThat(Objective.all()).hasSize(48).doesNotHaveDuplicates();
  }

  @Test
  void aLogarithmNeedsProbabilities() {
    assertThat(Objective.all())
        .contains(new Objective(Activation.SOFTMAX, Cost.CROSS_ENTROPY, Reduction.MEAN))
        .doesNotContain(new Objective(Activation.TANH, Cost.CROSS_ENTROPY, Reduction.MEAN))
        .doesNotContain(new Objective(Activation.RELU, Cost.BINARY_CROSS_ENTROPY, Reduction.SUM));
  }

  @Test
  void itsTextUsesTheWordsOfTheCaseFiles() {
    assertThat(
            new Objective(Activation.LEAKY_RELU, Cost.HALF_SQUARED_ERROR, Reduction.ELEMENT_MEAN))
        .hasToString("leaky-relu, half-squared-error, element-mean");
  }
}
