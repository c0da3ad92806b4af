package backprop.parity.rules;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.model.Bits;
import java.util.Random;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;

/** Numeric rules 5, 8 and 9: whose exp and log, and what happens where formulas break down. */
class FunctionRulesTest {
  private static final int MANY = 10_000;

  @Test
  void sigmoidIsMadeOfTheExponentialThatThePlatformSpecifies() {
    Random random = new Random(1);
    for (int number = 0; number < MANY; number++) {
      double z = 4.0 * random.nextGaussian();
      double exponential = StrictMath.exp(-StrictMath.abs(z));
      double expected = (z < 0.0 ? exponential : 1.0) / (1.0 + exponential);
      requireBits("sigmoid of " + z, TwinSteps.value(Activation.SIGMOID, z), expected);
    }
  }

  @Test
  void tanhIsTheOneThatThePlatformSpecifies() {
    Random random = new Random(1);
    for (int number = 0; number < MANY; number++) {
      double z = random.nextGaussian();
      requireBits("tanh of " + z, TwinSteps.value(Activation.TANH, z), StrictMath.tanh(z));
    }
  }

  @Test
  void theCostIsMadeOfTheLogarithmThatThePlatformSpecifies() {
    Random random = new Random(1);
    double[][] target = {{1.0}};
    for (int number = 0; number < MANY; number++) {
      double a = random.nextDouble();
      double cost = TwinSteps.cost(Cost.CROSS_ENTROPY, Reduction.SUM, new double[][] {{a}}, target);
      requireBits("cost of " + a, cost, -StrictMath.log(a));
    }
  }

  @Test
  void theExponentialOfCommonsMathWouldHaveOtherBitsForOneInTen() {
    Random random = new Random(1);
    int different = 0;
    for (int number = 0; number < 100_000; number++) {
      double z = 4.0 * random.nextGaussian();
      different += FastMath.exp(z) == StrictMath.exp(z) ? 0 : 1;
    }
    assertThat(different).as("of 100,000").isEqualTo(9843);
  }

  @Test
  void softmaxIsNormalisedPerSample() {
    double[][] logits = {{1.0, 3.0, 0.0}, {2.0, -1.0, 0.0}};
    double[][] batch = TwinSteps.activations(Activation.SOFTMAX, logits);
    for (int s = 0; s < 3; s++) {
      double[][] alone = {{logits[0][s]}, {logits[1][s]}};
      double[][] expected = TwinSteps.activations(Activation.SOFTMAX, alone);
      requireBits("output 0 of sample " + s, batch[0][s], expected[0][0]);
      requireBits("output 1 of sample " + s, batch[1][s], expected[1][0]);
    }
    assertThat(batch[0][2]).as("two equal logits").isEqualTo(0.5);
  }

  @Test
  void softmaxOfHugeLogitsIsThatOfTheirDistances() {
    double[][] huge = {{1e3, -1e3, 1e300}, {1001.0, -1001.0, 1e300}};
    double[][] near = {{0.0, 1.0, 0.0}, {1.0, 0.0, 0.0}};
    double[][] expected = TwinSteps.activations(Activation.SOFTMAX, near);
    double[][] found = TwinSteps.activations(Activation.SOFTMAX, huge);
    for (int s = 0; s < 3; s++) {
      requireBits("output 0 of sample " + s, found[0][s], expected[0][s]);
      requireBits("output 1 of sample " + s, found[1][s], expected[1][s]);
    }
  }

  @Test
  void sigmoidKeepsItsAccuracyAtAThousand() {
    assertThat(TwinSteps.value(Activation.SIGMOID, 1000.0)).isEqualTo(1.0);
    assertThat(TwinSteps.value(Activation.SIGMOID, -1000.0)).isEqualTo(0.0);
    assertThat(TwinSteps.derivative(Activation.SIGMOID, 1000.0)).isEqualTo(0.0);
    assertThat(TwinSteps.derivative(Activation.SIGMOID, -1000.0)).isEqualTo(0.0);
    assertThat(TwinSteps.derivative(Activation.TANH, 1000.0)).isEqualTo(0.0);
  }

  @Test
  void sigmoidKeepsItsAccuracyWhereTheExponentialIsTiny() {
    assertThat(TwinSteps.value(Activation.SIGMOID, -700.0)).isEqualTo(9.85967654375977e-305);
  }

  /** There sigmoid rounds to 1, and a (1 - a) would be 0. e⁻⁴⁰ = 4.2483542552915889953…e-18. */
  @Test
  void theDerivativesKeepTheirAccuracyAtForty() {
    assertThat(TwinSteps.value(Activation.SIGMOID, 40.0)).isEqualTo(1.0);
    assertThat(TwinSteps.derivative(Activation.SIGMOID, 40.0)).isEqualTo(4.248354255291589e-18);
    assertThat(TwinSteps.derivative(Activation.SIGMOID, -40.0)).isEqualTo(4.248354255291589e-18);
    assertThat(TwinSteps.derivative(Activation.TANH, 20.0)).isEqualTo(4 * 4.248354255291589e-18);
  }

  @Test
  void softmaxWithCrossEntropyHasTheFusedDelta() {
    double[][] logits = {{0.3}, {-1.2}, {2.5}};
    double[][] targets = {{0.5}, {0.25}, {0.75}};
    double[][] a = TwinSteps.activations(Activation.SOFTMAX, logits);
    double[][] delta =
        TwinSteps.outputDelta(Cost.CROSS_ENTROPY, Activation.SOFTMAX, logits, targets);
    for (int j = 0; j < 3; j++) {
      requireBits("deltas[%d]".formatted(j), delta[j][0], a[j][0] * 1.5 - targets[j][0]);
    }
  }

  /** Multiplied out, 1/a is infinite there and f′ is 0. */
  @Test
  void sigmoidWithBinaryCrossEntropyHasTheFusedDelta() {
    double[][] logits = {{0.3, 1000.0, -1000.0}};
    double[][] targets = {{0.25, 0.0, 1.0}};
    double[][] delta =
        TwinSteps.outputDelta(Cost.BINARY_CROSS_ENTROPY, Activation.SIGMOID, logits, targets);
    double[] expected = {TwinSteps.value(Activation.SIGMOID, 0.3) - 0.25, 1.0, -1.0};
    assertThat(delta[0]).containsExactly(expected);
  }

  @Test
  void softmaxWithAnyOtherCostHasTheFullJacobian() {
    double[][] logits = {{0.3}, {-1.2}};
    double[][] targets = {{1.0}, {0.0}};
    double[][] a = TwinSteps.activations(Activation.SOFTMAX, logits);
    double first = a[0][0];
    double second = a[1][0];
    double[][] delta =
        TwinSteps.outputDelta(Cost.HALF_SQUARED_ERROR, Activation.SOFTMAX, logits, targets);
    double expected = (first - first * first) * (first - 1.0) + (0.0 - second * first) * second;
    requireBits("deltas[0]", delta[0][0], expected);
  }

  @Test
  void zeroTimesTheLogarithmOfZeroIsZero() {
    double[][] activations = {{0.0}, {1.0}};
    double[][] targets = {{0.0}, {1.0}};
    for (Cost cost : new Cost[] {Cost.CROSS_ENTROPY, Cost.BINARY_CROSS_ENTROPY}) {
      assertThat(TwinSteps.cost(cost, Reduction.SUM, activations, targets))
          .as("%s", cost)
          .isEqualTo(0.0);
    }
  }

  @Test
  void theLogarithmOfZeroIsInfiniteWhereTheTargetIsNotZero() {
    double[][] activations = {{0.0}};
    double[][] targets = {{1.0}};
    assertThat(TwinSteps.cost(Cost.CROSS_ENTROPY, Reduction.SUM, activations, targets))
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void theKinkOfReluBelongsToItsFlatSide() {
    assertThat(TwinSteps.derivative(Activation.RELU, 0.0)).isEqualTo(0.0);
    assertThat(TwinSteps.derivative(Activation.RELU, -0.0)).isEqualTo(0.0);
    assertThat(TwinSteps.derivative(Activation.RELU, Double.MIN_VALUE)).isEqualTo(1.0);
  }

  @Test
  void theKinkOfLeakyReluBelongsToItsNegativeSide() {
    assertThat(TwinSteps.derivative(Activation.LEAKY_RELU, 0.0)).isEqualTo(0.01);
    assertThat(TwinSteps.derivative(Activation.LEAKY_RELU, -0.0)).isEqualTo(0.01);
    assertThat(TwinSteps.derivative(Activation.LEAKY_RELU, Double.MIN_VALUE)).isEqualTo(1.0);
  }

  private static void requireBits(String what, double found, double expected) {
    assertThat(Bits.text(found)).as(what).isEqualTo(Bits.text(expected));
  }
}
