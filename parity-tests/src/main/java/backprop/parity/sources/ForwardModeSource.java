package backprop.parity.sources;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;

/**
 * Differentiation without a backward pass: every number carries its derivatives with respect to all
 * weights and biases along, from the inputs to the cost.
 *
 * <p>Only the forward pass is written here; the rules of differentiation are Commons Math's. As
 * many derivatives per number as the network has parameters: for small networks.
 */
public final class ForwardModeSource implements GradientSource {
  private static final double NEGATIVE_SLOPE = 0.01;

  @Override
  public String name() {
    return "forward-mode";
  }

  @Override
  public Result answer(Case question) {
    Network network = question.network();
    int parameters = 0;
    for (int l = 1; l <= network.depth(); l++) {
      Layer layer = network.layer(l);
      parameters += layer.outputs() * (layer.inputs() + 1);
    }
    DerivativeStructure cost = cost(question, parameters);

    Result.Builder result = Result.to(question);
    int index = 0;
    for (int l = 1; l <= network.depth(); l++) {
      Layer layer = network.layer(l);
      double[][] biasGradients = new double[layer.outputs()][1];
      double[][] weightGradients = new double[layer.outputs()][layer.inputs()];
      for (int j = 0; j < layer.outputs(); j++) {
        biasGradients[j][0] = derivative(cost, index++);
        for (int i = 0; i < layer.inputs(); i++) {
          weightGradients[j][i] = derivative(cost, index++);
        }
      }
      result.put(Quantity.BIAS_GRADIENTS, l, biasGradients);
      result.put(Quantity.WEIGHT_GRADIENTS, l, weightGradients);
    }
    return result.cost(cost.getValue()).build();
  }

  private static double derivative(DerivativeStructure cost, int index) {
    int[] orders = new int[cost.getFreeParameters()];
    orders[index] = 1;
    return cost.getPartialDerivative(orders);
  }

  private static DerivativeStructure cost(Case question, int parameters) {
    Network network = question.network();
    double[][] inputs = question.inputs();
    double[][] targets = question.targets();
    DerivativeStructure sum = new DerivativeStructure(parameters, 1, 0.0);
    for (int s = 0; s < question.samples(); s++) {
      DerivativeStructure[] activations = new DerivativeStructure[inputs.length];
      for (int i = 0; i < inputs.length; i++) {
        activations[i] = new DerivativeStructure(parameters, 1, inputs[i][s]);
      }
      int index = 0;
      for (int l = 1; l <= network.depth(); l++) {
        Layer layer = network.layer(l);
        activations = activations(layer, activations, index, parameters);
        index += layer.outputs() * (layer.inputs() + 1);
      }
      for (int j = 0; j < targets.length; j++) {
        sum = sum.add(cost(network.cost(), activations[j], targets[j][s]));
      }
    }
    return sum.multiply(network.reduction().factor(question.samples(), targets.length));
  }

  /** One layer for one sample; its first bias is the parameter with that index. */
  private static DerivativeStructure[] activations(
      Layer layer, DerivativeStructure[] inputs, int index, int parameters) {
    double[][] weights = layer.weights();
    double[] biases = layer.biases();
    DerivativeStructure[] preActivations = new DerivativeStructure[weights.length];
    for (int j = 0; j < weights.length; j++) {
      DerivativeStructure sum = new DerivativeStructure(parameters, 1, index++, biases[j]);
      for (int i = 0; i < inputs.length; i++) {
        DerivativeStructure weight = new DerivativeStructure(parameters, 1, index++, weights[j][i]);
        sum = sum.add(weight.multiply(inputs[i]));
      }
      preActivations[j] = sum;
    }
    if (layer.activation() == Activation.SOFTMAX) {
      return softmax(preActivations);
    }
    DerivativeStructure[] activations = new DerivativeStructure[preActivations.length];
    for (int j = 0; j < activations.length; j++) {
      activations[j] = activation(layer.activation(), preActivations[j]);
    }
    return activations;
  }

  private static DerivativeStructure activation(Activation activation, DerivativeStructure z) {
    boolean positive = z.getValue() > 0.0;
    return switch (activation) {
      case IDENTITY -> z;
      case RELU -> positive ? z : z.multiply(0.0);
      case LEAKY_RELU -> positive ? z : z.multiply(NEGATIVE_SLOPE);
      case SIGMOID ->
          positive ? z.negate().exp().add(1.0).reciprocal() : z.exp().divide(z.exp().add(1.0));
      case TANH -> z.tanh();
      case SOFTMAX -> throw new UnsupportedOperationException("softmax needs a whole sample");
    };
  }

  private static DerivativeStructure[] softmax(DerivativeStructure[] z) {
    double maximum = Double.NEGATIVE_INFINITY;
    for (DerivativeStructure other : z) {
      maximum = StrictMath.max(maximum, other.getValue());
    }
    DerivativeStructure[] activations = new DerivativeStructure[z.length];
    DerivativeStructure sum = z[0].multiply(0.0);
    for (int j = 0; j < z.length; j++) {
      activations[j] = z[j].subtract(maximum).exp();
      sum = sum.add(activations[j]);
    }
    for (int j = 0; j < z.length; j++) {
      activations[j] = activations[j].divide(sum);
    }
    return activations;
  }

  private static DerivativeStructure cost(Cost cost, DerivativeStructure a, double t) {
    DerivativeStructure difference = a.subtract(t);
    return switch (cost) {
      case SQUARED_ERROR -> difference.multiply(difference);
      case HALF_SQUARED_ERROR -> difference.multiply(difference).multiply(0.5);
      case CROSS_ENTROPY -> timesLogarithm(t, a).negate();
      case BINARY_CROSS_ENTROPY ->
          timesLogarithm(t, a).add(timesLogarithm(1.0 - t, a.negate().add(1.0))).negate();
    };
  }

  /** t · ln a, where a target of 0 leaves nothing to differentiate. */
  private static DerivativeStructure timesLogarithm(double t, DerivativeStructure a) {
    return t == 0.0 ? a.multiply(0.0) : a.log().multiply(t);
  }
}
