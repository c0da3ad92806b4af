package backprop.parity.rules;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.model.Rows;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/**
 * Numeric rules 1 to 4: in which order the terms are added, and what is multiplied in when.
 *
 * <p>Above 2⁵³, about 9e15, adding 1 changes nothing; so 1e16 shows when the 1 was added.
 */
class SumRulesTest {
  /** Ascending the sum is 0, descending 1. */
  private static final double[] TERMS = {1.0, 1e16, -1e16};

  private static final double[][] ROW = {TERMS};
  private static final double[][] COLUMN = Rows.column(TERMS);
  private static final double[][] ONES_ROW = {{1.0, 1.0, 1.0}};
  private static final double[][] ONES_COLUMN = Rows.transpose(ONES_ROW);
  private static final double[] NO_BIAS = {0.0};
  private static final double[][] ONE = {{1.0}};

  @Test
  void preActivationsAddTheInputsInAscendingOrder() {
    assertThat(TwinSteps.preActivations(ROW, NO_BIAS, ONES_COLUMN)[0][0]).isEqualTo(0.0);
  }

  @Test
  void preActivationsInAnotherOrderHaveOtherBits() {
    double[][] descending = {{-1e16, 1e16, 1.0}};
    assertThat(TwinSteps.preActivations(descending, NO_BIAS, ONES_COLUMN)[0][0]).isEqualTo(1.0);
  }

  @Test
  void biasGradientsAddTheSamplesInAscendingOrder() {
    assertThat(TwinSteps.biasGradients(ROW, 1.0)[0]).isEqualTo(0.0);
  }

  @Test
  void weightGradientsAddTheSamplesInAscendingOrder() {
    assertThat(TwinSteps.weightGradients(ROW, ONES_ROW, 1.0)[0][0]).isEqualTo(0.0);
  }

  @Test
  void hiddenDeltaAddsTheForwardNeuronsInAscendingOrder() {
    double[][] delta = TwinSteps.hiddenDelta(COLUMN, ONES_COLUMN, Activation.IDENTITY, ONE);
    assertThat(delta[0][0]).isEqualTo(0.0);
  }

  @Test
  void theCostAddsTheOutputsOfASampleInAscendingOrder() {
    double[][] activations = Rows.column(new double[] {1e8, 1.0, 1.0});
    double[][] targets = new double[3][1];
    // Descending, 1 + 1 would survive: 1e16 + 2.
    assertThat(TwinSteps.cost(Cost.SQUARED_ERROR, Reduction.SUM, activations, targets))
        .isEqualTo(1e16);
  }

  @Test
  void theCostAddsTheOutputsFirstAndThenTheSamples() {
    double[][] activations = {{1e8, 1.0}, {0.0, 1.0}};
    double[][] targets = new double[2][2];
    // Sample by sample 1e16 + 2; output by output (1e16 + 1) + 1, which stays 1e16.
    assertThat(TwinSteps.cost(Cost.SQUARED_ERROR, Reduction.SUM, activations, targets))
        .isEqualTo(1e16 + 2.0);
  }

  @Test
  void softmaxAddsTheNeuronsInAscendingOrder() {
    double lessThanHalfTheLastBit = StrictMath.log(0.9 * 0x1p-53);
    double[][] logits = {{0.0}, {lessThanHalfTheLastBit}, {lessThanHalfTheLastBit}};
    // Ascending each is too small to change 1; descending the two together are not.
    assertThat(TwinSteps.activations(Activation.SOFTMAX, logits)[0][0]).isEqualTo(1.0);
  }

  @Test
  void theBiasIsAddedAfterTheProducts() {
    double[][] weights = {{1e16, -1e16}};
    double[][] activations = {{1.0}, {1.0}};
    // Bias first, the 1 would be lost in 1e16.
    double[][] preActivations = TwinSteps.preActivations(weights, new double[] {1.0}, activations);
    assertThat(preActivations[0][0]).isEqualTo(1.0);
  }

  @Test
  void theBiasFirstWouldChangeMostNeuronsOfTwentyInputs() {
    Random random = new Random(1);
    int different = 0;
    for (int neuron = 0; neuron < 1000; neuron++) {
      double[] weights = normal(20, random);
      double[] activations = normal(20, random);
      double bias = random.nextGaussian();
      double biasFirst = bias;
      for (int i = 0; i < weights.length; i++) {
        biasFirst += weights[i] * activations[i];
      }
      double[][] preActivations =
          TwinSteps.preActivations(
              new double[][] {weights}, new double[] {bias}, Rows.column(activations));
      different += preActivations[0][0] == biasFirst ? 0 : 1;
    }
    assertThat(different).as("neurons of 1000 with other bits").isEqualTo(669);
  }

  @Test
  void theFactorIsMultipliedInOnceAfterTheSum() {
    double[][] delta = {{0.1, 0.1, 0.7}};
    double third = 1.0 / 3.0;
    // Scaled term by term, or divided by 3, it would be 0.3.
    assertThat(TwinSteps.biasGradients(delta, third)[0]).isEqualTo(0.29999999999999993);
    assertThat(TwinSteps.weightGradients(delta, ONES_ROW, third)[0][0])
        .isEqualTo(0.29999999999999993);
  }

  @Test
  void theCostIsMultipliedByTheFactorOnceAfterTheSum() {
    double[][] activations = {{0.1, 0.4, 0.8}};
    double[][] targets = new double[1][3];
    // Scaled term by term, or divided by 3, it would be 0.2700000000000001.
    assertThat(TwinSteps.cost(Cost.SQUARED_ERROR, Reduction.MEAN, activations, targets))
        .isEqualTo(0.27);
  }

  @Test
  void theHiddenDeltaIsMultipliedByTheDerivativeOnceAfterTheSum() {
    double[][] forwardDelta = {{0.1}, {0.1}, {0.1}};
    double[][] preActivations = {{-1.0}};
    double[][] delta =
        TwinSteps.hiddenDelta(ONES_COLUMN, forwardDelta, Activation.LEAKY_RELU, preActivations);
    // Each term times the slope 0.01, it would be 0.003.
    assertThat(delta[0][0]).isEqualTo(0.0030000000000000005);
  }

  /** The article multiplies every term by f′: the same number, not always the same bits. */
  @Test
  void theArticlesDistributedDerivativeAgreesWithinRounding() {
    Random random = new Random(1);
    int terms = 10;
    double unit = 0x1p-53;
    // A sum of n products, each rounded twice, is off by at most γ(n+1) times the sum of |terms|.
    double gamma = (terms + 1) * unit / (1.0 - (terms + 1) * unit);
    int different = 0;
    for (int neuron = 0; neuron < 1000; neuron++) {
      double[] forwardWeights = normal(terms, random);
      double[] forwardDelta = normal(terms, random);
      double z = random.nextGaussian();
      double derivative = TwinSteps.derivative(Activation.SIGMOID, z);
      double distributed = 0.0;
      double magnitude = 0.0;
      for (int k = 0; k < terms; k++) {
        double term = forwardWeights[k] * forwardDelta[k] * derivative;
        distributed += term;
        magnitude += StrictMath.abs(term);
      }
      double[][] delta =
          TwinSteps.hiddenDelta(
              Rows.column(forwardWeights),
              Rows.column(forwardDelta),
              Activation.SIGMOID,
              new double[][] {{z}});
      double difference = StrictMath.abs(delta[0][0] - distributed);
      assertThat(difference)
          .as("neuron %d: both are within γ of the exact sum", neuron)
          .isLessThanOrEqualTo(2.0 * gamma * magnitude);
      different += difference == 0.0 ? 0 : 1;
    }
    assertThat(different).as("neurons of 1000 with other bits").isEqualTo(678);
  }

  private static double[] normal(int size, Random random) {
    return DoubleStream.generate(random::nextGaussian).limit(size).toArray();
  }
}
