package backprop.parity.sources;

import backprop.loops.ForwardPass;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * The definition of the derivative, applied to the cost: a witness that knows no backward pass.
 *
 * <p>Nudges one parameter or input at a time, as {@link NumericalDerivative} does it.
 */
public final class NumericalSource implements GradientSource {
  @Override
  public String name() {
    return "numerical";
  }

  @Override
  public Result answer(Case question) {
    Network network = question.network();
    Result.Builder result = Result.to(question);
    for (int l = 1; l <= network.depth(); l++) {
      double[][] weights = network.layer(l).weights();
      double[] biases = network.layer(l).biases();
      int number = l;
      DoubleSupplier cost = () -> cost(question, replaced(network, number, weights, biases));
      double[] biasGradients = NumericalDerivative.gradient(cost, new double[][] {biases})[0];
      result.put(Quantity.BIAS_GRADIENTS, l, Rows.column(biasGradients));
      result.put(Quantity.WEIGHT_GRADIENTS, l, NumericalDerivative.gradient(cost, weights));
    }
    double[][] inputs = question.inputs();
    DoubleSupplier cost = () -> ForwardPass.trace(network, inputs, question.targets()).cost();
    double[][] inputGradients = NumericalDerivative.gradient(cost, inputs);
    result.put(Quantity.INPUT_GRADIENTS, 1, inputGradients);
    return result.cost(cost(question, network)).build();
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
