package backprop.parity.sources;

import backprop.loops.ForwardPass;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.cases.Case;
import backprop.parity.cases.Quantity;
import backprop.parity.cases.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The definition of the derivative, applied to the cost: a witness that knows no backward pass.
 *
 * <p>Nudges one parameter of the network at a time, as {@link NumericalDerivative} does it.
 */
public final class NumericalSource implements GradientSource {
  @Override
  public String name() {
    return "numerical";
  }

  @Override
  public Result answer(Case question) {
    Network network = question.network();
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      double[][] weights = network.layer(l).weights();
      double[] biases = network.layer(l).biases();
      double[][] biasGradients = new double[biases.length][1];
      double[][] weightGradients = new double[weights.length][weights[0].length];
      for (int j = 0; j < weights.length; j++) {
        biasGradients[j][0] = derivative(question, l, weights, biases, biases, j);
        for (int i = 0; i < weights[0].length; i++) {
          weightGradients[j][i] = derivative(question, l, weights, biases, weights[j], i);
        }
      }
      Map<Quantity, double[][]> layer = new EnumMap<>(Quantity.class);
      layer.put(Quantity.BIAS_GRADIENTS, biasGradients);
      layer.put(Quantity.WEIGHT_GRADIENTS, weightGradients);
      layers.add(layer);
    }
    return new Result(question.name(), OptionalDouble.of(cost(question, network)), layers);
  }

  /** How the cost changes with one entry of the layer's parameters. */
  private static double derivative(
      Case question, int l, double[][] weights, double[] biases, double[] parameters, int index) {
    return NumericalDerivative.of(
        () -> cost(question, replaced(question.network(), l, weights, biases)), parameters, index);
  }

  private static Network replaced(Network network, int l, double[][] weights, double[] biases) {
    List<Layer> layers = new ArrayList<>(network.layers());
    layers.set(l - 1, new Layer(network.layer(l).activation(), weights, biases));
    return new Network(layers, network.cost(), network.reduction());
  }

  private static double cost(Case question, Network network) {
    return ForwardPass.trace(network, question.inputs(), question.targets()).cost();
  }
}
