package backprop.parity.sources;

import static backprop.parity.sources.ExactArithmetic.ONE;
import static backprop.parity.sources.ExactArithmetic.ZERO;
import static backprop.parity.sources.ExactArithmetic.exactly;

import backprop.loops.Activation;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.dfp.Dfp;

/**
 * Backpropagation in exact arithmetic: where rounding is measured from.
 *
 * <p>Written again from the chain rule, with none of the twins' code and none of their shortcuts: no
 * fused delta, the full softmax Jacobian always. Good for pre-activations up to 300 000, where exp
 * leaves the range of {@link Dfp}. A small network takes milliseconds, not microseconds.
 */
public final class ExactSource implements GradientSource {
  @Override
  public String name() {
    return "exact";
  }

  /**
   * The exact answer, rounded.
   *
   * @throws InvalidInput if a number of it is beyond the range of {@link Dfp}
   */
  @Override
  public Result answer(Case question) {
    try {
      return exactAnswer(question).rounded();
    } catch (ArithmeticException beyond) {
      String sentence =
          "case %s: expected what exact arithmetic can hold, such as pre-activations up to 300000.";
      throw new InvalidInput(sentence.formatted(question.name()));
    }
  }

  /** The same answer before it is rounded. */
  public ExactResult exactAnswer(Case question) {
    Network network = question.network();
    int depth = network.depth();
    Dfp[][] targets = exactly(question.targets());
    Dfp factor = factor(network.reduction(), question.samples(), targets.length);

    List<Map<Quantity, Dfp[][]>> layers = new ArrayList<>();
    Dfp[][][] activations = new Dfp[depth + 1][][];
    ExactActivation[][][] neurons = new ExactActivation[depth + 1][][];
    activations[0] = exactly(question.inputs());
    for (int l = 1; l <= depth; l++) {
      Layer layer = network.layer(l);
      Dfp[][] preActivations = preActivations(layer, activations[l - 1]);
      neurons[l] = neurons(layer.activation(), preActivations);
      activations[l] = values(neurons[l]);
      layers.add(new EnumMap<>(Quantity.class));
      layers.get(l - 1).put(Quantity.PRE_ACTIVATIONS, preActivations);
      layers.get(l - 1).put(Quantity.ACTIVATIONS, activations[l]);
    }

    Dfp[][] delta = outputDelta(network, neurons[depth], targets);
    for (int l = depth; l >= 1; l--) {
      Map<Quantity, Dfp[][]> layer = layers.get(l - 1);
      layer.put(Quantity.DELTAS, delta);
      Dfp[][] biasGradients = biasGradients(delta, factor);
      if (question.hasBiases(l)) {
        layer.put(Quantity.BIAS_GRADIENTS, biasGradients);
      }
      layer.put(Quantity.WEIGHT_GRADIENTS, weightGradients(delta, activations[l - 1], factor));
      if (question.learningRate().isPresent()) {
        Dfp learningRate = exactly(question.learningRate().getAsDouble());
        putUpdate(layer, network.layer(l), learningRate);
      }
      if (l > 1) {
        delta = hiddenDelta(exactly(network.layer(l).weights()), delta, neurons[l - 1]);
      }
    }
    layers.get(0).put(Quantity.INPUT_GRADIENTS, inputGradients(network, delta, factor));
    Dfp cost = cost(network, neurons[depth], targets).multiply(factor);
    return new ExactResult(question.name(), cost, layers);
  }

  private static Dfp factor(Reduction reduction, int samples, int outputs) {
    return switch (reduction) {
      case SUM -> ONE;
      case MEAN -> ONE.divide(samples);
      case ELEMENT_MEAN -> ONE.divide(samples).divide(outputs);
    };
  }

  private static Dfp[][] preActivations(Layer layer, Dfp[][] activations) {
    Dfp[][] weights = exactly(layer.weights());
    Dfp[] biases = exactly(layer.biases());
    Dfp[][] preActivations = new Dfp[weights.length][activations[0].length];
    for (int j = 0; j < weights.length; j++) {
      for (int s = 0; s < activations[0].length; s++) {
        Dfp sum = biases[j];
        for (int i = 0; i < activations.length; i++) {
          sum = sum.add(weights[j][i].multiply(activations[i][s]));
        }
        preActivations[j][s] = sum;
      }
    }
    return preActivations;
  }

  private static ExactActivation[][] neurons(Activation activation, Dfp[][] preActivations) {
    int samples = preActivations[0].length;
    ExactActivation[][] neurons = new ExactActivation[preActivations.length][samples];
    for (int s = 0; s < samples; s++) {
      Dfp[] sample = new Dfp[preActivations.length];
      for (int j = 0; j < sample.length; j++) {
        sample[j] = preActivations[j][s];
      }
      ExactActivation[] activations = ExactActivation.ofSample(activation, sample);
      for (int j = 0; j < sample.length; j++) {
        neurons[j][s] = activations[j];
      }
    }
    return neurons;
  }

  private static Dfp[][] values(ExactActivation[][] neurons) {
    Dfp[][] values = new Dfp[neurons.length][neurons[0].length];
    for (int j = 0; j < neurons.length; j++) {
      for (int s = 0; s < neurons[0].length; s++) {
        values[j][s] = neurons[j][s].value();
      }
    }
    return values;
  }

  private static Dfp cost(Network network, ExactActivation[][] outputs, Dfp[][] targets) {
    Dfp sum = ZERO;
    for (int j = 0; j < targets.length; j++) {
      for (int s = 0; s < targets[0].length; s++) {
        sum = sum.add(ExactCost.value(network.cost(), outputs[j][s], targets[j][s]));
      }
    }
    return sum;
  }

  /** Every output's ∂cost/∂a, carried back to z_j over every way a depends on z_j. */
  private static Dfp[][] outputDelta(
      Network network, ExactActivation[][] outputs, Dfp[][] targets) {
    boolean softmax = network.layer(network.depth()).activation() == Activation.SOFTMAX;
    Dfp[][] delta = new Dfp[targets.length][targets[0].length];
    for (int s = 0; s < targets[0].length; s++) {
      for (int j = 0; j < targets.length; j++) {
        Dfp sum = ZERO;
        for (int k = 0; k < targets.length; k++) {
          if (k == j || softmax) {
            Dfp derivative = ExactCost.derivative(network.cost(), outputs[k][s], targets[k][s]);
            Dfp jacobian =
                k == j
                    ? outputs[j][s].derivative()
                    : outputs[k][s].value().multiply(outputs[j][s].value()).negate();
            sum = sum.add(derivative.multiply(jacobian));
          }
        }
        delta[j][s] = sum;
      }
    }
    return delta;
  }

  private static Dfp[][] biasGradients(Dfp[][] delta, Dfp factor) {
    Dfp[][] biasGradients = new Dfp[delta.length][1];
    for (int j = 0; j < delta.length; j++) {
      Dfp sum = ZERO;
      for (int s = 0; s < delta[0].length; s++) {
        sum = sum.add(delta[j][s]);
      }
      biasGradients[j][0] = sum.multiply(factor);
    }
    return biasGradients;
  }

  private static Dfp[][] weightGradients(Dfp[][] delta, Dfp[][] activations, Dfp factor) {
    Dfp[][] weightGradients = new Dfp[delta.length][activations.length];
    for (int j = 0; j < delta.length; j++) {
      for (int i = 0; i < activations.length; i++) {
        Dfp sum = ZERO;
        for (int s = 0; s < delta[0].length; s++) {
          sum = sum.add(delta[j][s].multiply(activations[i][s]));
        }
        weightGradients[j][i] = sum.multiply(factor);
      }
    }
    return weightGradients;
  }

  private static Dfp[][] hiddenDelta(
      Dfp[][] forwardWeights, Dfp[][] forwardDelta, ExactActivation[][] neurons) {
    Dfp[][] delta = carriedBack(forwardWeights, forwardDelta);
    for (int j = 0; j < delta.length; j++) {
      for (int s = 0; s < delta[0].length; s++) {
        delta[j][s] = delta[j][s].multiply(neurons[j][s].derivative());
      }
    }
    return delta;
  }

  private static Dfp[][] inputGradients(Network network, Dfp[][] firstDelta, Dfp factor) {
    Dfp[][] gradients = carriedBack(exactly(network.layer(1).weights()), firstDelta);
    for (Dfp[] row : gradients) {
      for (int s = 0; s < row.length; s++) {
        row[s] = row[s].multiply(factor);
      }
    }
    return gradients;
  }

  private static Dfp[][] carriedBack(Dfp[][] forwardWeights, Dfp[][] forwardDelta) {
    Dfp[][] sums = new Dfp[forwardWeights[0].length][forwardDelta[0].length];
    for (int j = 0; j < sums.length; j++) {
      for (int s = 0; s < sums[0].length; s++) {
        Dfp sum = ZERO;
        for (int k = 0; k < forwardWeights.length; k++) {
          sum = sum.add(forwardWeights[k][j].multiply(forwardDelta[k][s]));
        }
        sums[j][s] = sum;
      }
    }
    return sums;
  }

  private static void putUpdate(Map<Quantity, Dfp[][]> layer, Layer parameters, Dfp learningRate) {
    Dfp[][] weights = exactly(parameters.weights());
    Dfp[][] weightGradients = layer.get(Quantity.WEIGHT_GRADIENTS);
    layer.put(Quantity.UPDATED_WEIGHTS, updated(weights, weightGradients, learningRate));
    if (layer.containsKey(Quantity.BIAS_GRADIENTS)) {
      Dfp[][] biases = exactly(Rows.column(parameters.biases()));
      Dfp[][] biasGradients = layer.get(Quantity.BIAS_GRADIENTS);
      layer.put(Quantity.UPDATED_BIASES, updated(biases, biasGradients, learningRate));
    }
  }

  private static Dfp[][] updated(Dfp[][] parameters, Dfp[][] gradients, Dfp learningRate) {
    Dfp[][] updated = new Dfp[parameters.length][parameters[0].length];
    for (int j = 0; j < parameters.length; j++) {
      for (int i = 0; i < parameters[0].length; i++) {
        updated[j][i] = parameters[j][i].subtract(learningRate.multiply(gradients[j][i]));
      }
    }
    return updated;
  }
}
