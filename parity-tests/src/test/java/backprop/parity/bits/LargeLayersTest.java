package backprop.parity.bits;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.suites.RandomCases;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Above 4096 entries Commons Math would like to store matrices in blocks, which changes bits. */
class LargeLayersTest {
  private static final int BLOCKS_BEGIN_ABOVE = 4096;

  @ParameterizedTest(name = "{0}-{1}-{2}, {3} samples")
  @CsvSource({
    "65, 65, 65, 1",
    "65, 65, 65, 65",
    "70, 66, 10, 67",
    "1, 4097, 1, 3",
    "200, 150, 5, 2"
  })
  void everyStepOfLargeLayersHasTheSameBits(int inputs, int hidden, int outputs, int samples) {
    Objective ending = new Objective(Activation.SOFTMAX, Cost.CROSS_ENTROPY, Reduction.MEAN);
    int[] widths = {inputs, hidden, outputs};
    RandomCases random = new RandomCases(inputs);
    Case question = random.next("large", widths, samples, List.of(Activation.TANH), ending);
    int largest = question.network().layer(1).inputs() * question.network().layer(1).outputs();
    assertThat(largest).as("weights of layer 1").isGreaterThan(BLOCKS_BEGIN_ABOVE);

    Twins.requireSameBits(RandomCases.withLearningRate(question, 0.1));
  }

  @ParameterizedTest(name = "{0} in the last layer")
  @CsvSource({"IDENTITY", "SIGMOID", "TANH", "RELU", "LEAKY_RELU", "SOFTMAX"})
  void everyActivationOfLargeLayersHasTheSameBits(Activation activation) {
    Objective ending = new Objective(activation, Cost.SQUARED_ERROR, Reduction.ELEMENT_MEAN);
    int[] widths = {66, 65, 67};
    RandomCases random = new RandomCases(activation.ordinal());
    Case question = random.next("large", widths, 5, List.of(Activation.LEAKY_RELU), ending);

    Twins.requireSameBits(RandomCases.withLearningRate(question, 0.1));
  }
}
