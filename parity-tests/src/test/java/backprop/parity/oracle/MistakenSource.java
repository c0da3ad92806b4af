package backprop.parity.oracle;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.cases.Case;
import backprop.parity.cases.Quantity;
import backprop.parity.cases.Result;
import backprop.parity.cases.Rows;
import backprop.parity.sources.GradientSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The loops' own steps put together wrongly, as beginners do. */
final class MistakenSource implements GradientSource {
  enum Mistake {
    SUMMED_NOT_AVERAGED,
    FACTOR_TWO,
    SIGN_FLIPPED,
    LAST_SAMPLE_ONLY,
    OUTPUT_DERIVATIVE_MISSING,
    HIDDEN_DERIVATIVE_MISSING,
    HIDDEN_DERIVATIVE_AT_ACTIVATION,
    TRANSPOSE_MISSING,
    WRONG_LAYER_WEIGHTS,
    PRE_ACTIVATION_AS_INPUT,
    WEIGHT_GRADIENTS_TRANSPOSED
  }

  private final Mistake mistake;

  MistakenSource(Mistake mistake) {
    this.mistake = mistake;
  }

  @Override
  public String name() {
    return mistake.name();
  }

  @Override
  public Result answer(Case question) {
    Network network = question.network();
    int depth = network.depth();
    double[][] targets = question.targets();
    ForwardTrace trace = ForwardPass.trace(network, question.inputs(), targets);
    double factor = factor(question);
    double[][] delta = null;
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (int l = depth; l >= 1; l--) {
      Layer layer = network.layer(l);
      double[][] z = trace.preActivations(l);
      double[][] a = trace.activations(l);
      if (l == depth) {
        boolean linear = mistake == Mistake.OUTPUT_DERIVATIVE_MISSING;
        Activation activation = linear ? Activation.IDENTITY : layer.activation();
        delta = BackwardPass.outputDelta(network.cost(), activation, z, a, targets);
      } else {
        boolean linear = mistake == Mistake.HIDDEN_DERIVATIVE_MISSING;
        Activation activation = linear ? Activation.IDENTITY : layer.activation();
        double[][] at = mistake == Mistake.HIDDEN_DERIVATIVE_AT_ACTIVATION ? a : z;
        delta = BackwardPass.hiddenDelta(forwardWeights(network, l), delta, activation, at);
      }
      boolean notActivated = mistake == Mistake.PRE_ACTIVATION_AS_INPUT && l > 1;
      double[][] inputs = notActivated ? trace.preActivations(l - 1) : trace.activations(l - 1);
      double[][] summed = mistake == Mistake.LAST_SAMPLE_ONLY ? lastSampleOnly(delta) : delta;
      double[][] weightGradients = BackwardPass.weightGradients(summed, inputs, factor);
      boolean transposed = mistake == Mistake.WEIGHT_GRADIENTS_TRANSPOSED;
      Map<Quantity, double[][]> gradients = new EnumMap<>(Quantity.class);
      gradients.put(
          Quantity.BIAS_GRADIENTS, Rows.column(BackwardPass.biasGradients(summed, factor)));
      gradients.put(
          Quantity.WEIGHT_GRADIENTS,
          transposed ? Rows.transpose(weightGradients) : weightGradients);
      layers.add(gradients);
    }
    Collections.reverse(layers);
    return new Result(question.name(), OptionalDouble.empty(), layers);
  }

  private double factor(Case question) {
    int outputs = question.targets().length;
    double factor = question.network().reduction().factor(question.samples(), outputs);
    return switch (mistake) {
      case SUMMED_NOT_AVERAGED -> 1.0;
      case FACTOR_TWO -> 2.0 * factor;
      case SIGN_FLIPPED -> -factor;
      default -> factor;
    };
  }

  private double[][] forwardWeights(Network network, int l) {
    double[][] forwardWeights = network.layer(l + 1).weights();
    return switch (mistake) {
      case TRANSPOSE_MISSING -> Rows.transpose(forwardWeights);
      case WRONG_LAYER_WEIGHTS -> network.layer(l).weights();
      default -> forwardWeights;
    };
  }

  private static double[][] lastSampleOnly(double[][] delta) {
    double[][] last = new double[delta.length][delta[0].length];
    for (int j = 0; j < delta.length; j++) {
      last[j][0] = delta[j][delta[0].length - 1];
    }
    return last;
  }
}
