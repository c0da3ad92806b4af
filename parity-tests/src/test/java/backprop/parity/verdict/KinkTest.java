package backprop.parity.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Neuron 0 of the hidden layer receives 0.1 + 0.2 - its bias; neuron 1 stays far from its kink. */
class KinkTest {
  private static final double FORWARD_WEIGHT = 0.75;

  private static Case question(Activation activation, double bias) {
    double[][] weights = {{1.0, 1.0}, {1.0, -2.0}};
    Layer hidden = new Layer(activation, weights, new double[] {bias, 5.0});
    double[][] forwardWeights = {{FORWARD_WEIGHT, 0.5}};
    Layer output = new Layer(Activation.IDENTITY, forwardWeights, new double[] {0.25});
    List<Layer> layers = List.of(hidden, output);
    Network network = new Network(layers, Cost.HALF_SQUARED_ERROR, Reduction.SUM);
    double[][] inputs = {{0.1}, {0.2}};
    return new Case("kink", network, inputs, new double[][] {{1.0}});
  }

  /** The exact kink, and the two doubles that 0.1 + 0.2 - 0.3 can be. */
  @ParameterizedTest
  @ValueSource(doubles = {-0.30000000000000004, -0.3})
  void eitherSlopeIsAcceptedWhereRoundingDecides(double bias) {
    Case question = question(Activation.RELU, bias);
    Agreement agreement = new Agreement(question, Precision.DOUBLE);
    Result loops = new LoopsSource().answer(question);
    double outputDelta = loops.values(Quantity.DELTAS, 2).orElseThrow()[0][0];
    double delta = loops.values(Quantity.DELTAS, 1).orElseThrow()[0][0];
    Allowance allowance = agreement.entry(Quantity.DELTAS, 1, 0, 0);
    assertThat(allowance.agrees(0.0, delta)).as("slope 0").isTrue();
    assertThat(allowance.agrees(FORWARD_WEIGHT * outputDelta, delta)).as("slope 1").isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"RELU", "LEAKY_RELU"})
  void whatDependsOnTheKinkIsUndecidable(Activation activation) {
    Agreement agreement = new Agreement(question(activation, -0.3), Precision.DOUBLE);
    assertThat(agreement.entry(Quantity.DELTAS, 1, 0, 0).undecidable()).as("delta").isTrue();
    assertThat(agreement.entry(Quantity.BIAS_GRADIENTS, 1, 0, 0).undecidable()).as("bias").isTrue();
    assertThat(agreement.entry(Quantity.WEIGHT_GRADIENTS, 1, 0, 1).undecidable())
        .as("weight")
        .isTrue();
  }

  @Test
  void whatDoesNotDependOnTheKinkIsDecidable() {
    Agreement agreement = new Agreement(question(Activation.RELU, -0.3), Precision.DOUBLE);
    assertThat(agreement.entry(Quantity.DELTAS, 1, 1, 0).undecidable()).as("other").isFalse();
    assertThat(agreement.entry(Quantity.ACTIVATIONS, 1, 0, 0).undecidable()).as("a").isFalse();
    assertThat(agreement.entry(Quantity.WEIGHT_GRADIENTS, 2, 0, 0).undecidable())
        .as("next layer")
        .isFalse();
  }

  @Test
  void aWrongNeuronBesideTheKinkIsStillWrong() {
    Case question = question(Activation.RELU, -0.3);
    Agreement agreement = new Agreement(question, Precision.DOUBLE);
    double delta =
        new LoopsSource().answer(question).values(Quantity.DELTAS, 1).orElseThrow()[1][0];
    assertThat(agreement.entry(Quantity.DELTAS, 1, 1, 0).boundRatio(2.0 * delta, delta))
        .isGreaterThan(1e6);
  }

  @Test
  void aDeadNeuronHasNoGradientAtAll() {
    Agreement agreement = new Agreement(question(Activation.RELU, -5.0), Precision.DOUBLE);
    assertThat(agreement.entry(Quantity.DELTAS, 1, 0, 0).bound()).isZero();
    assertThat(agreement.entry(Quantity.WEIGHT_GRADIENTS, 1, 0, 0).bound()).isZero();
  }

  @Test
  void farTooMuchIsWrongEvenAtTheKink() {
    Case question = question(Activation.RELU, -0.3);
    Agreement agreement = new Agreement(question, Precision.DOUBLE);
    double delta =
        new LoopsSource().answer(question).values(Quantity.DELTAS, 1).orElseThrow()[0][0];
    assertThat(agreement.entry(Quantity.DELTAS, 1, 0, 0).agrees(delta + 10.0, delta)).isFalse();
  }

  @Test
  void awayFromTheKinkNothingIsUndecidable() {
    Agreement agreement = new Agreement(question(Activation.RELU, -0.2999), Precision.DOUBLE);
    assertThat(agreement.entry(Quantity.DELTAS, 1, 0, 0).undecidable()).isFalse();
  }

  @Test
  void singlePrecisionReachesTheKinkFromFartherAway() {
    Agreement agreement = new Agreement(question(Activation.RELU, -0.29999999), Precision.FLOAT);
    assertThat(agreement.entry(Quantity.DELTAS, 1, 0, 0).undecidable()).isTrue();
  }
}
