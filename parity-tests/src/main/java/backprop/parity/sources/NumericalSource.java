package backprop.parity.sources;

import backprop.loops.ForwardPass;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The definition of the derivative, applied to the cost: a witness that knows no backward pass.
 *
 * <p>Nudges one parameter at a time to both sides and divides the change of the cost by the change
 * of the parameter. Source: 「逆誤差伝播法 - バックプロパゲーション 書き始め」, section 微分の定義. Right
 * to about 10 digits of the largest gradient, not to the last bit.
 */
public final class NumericalSource implements GradientSource {
  /** The cube root of 2⁻⁵³: where the error of the formula and of rounding are equally small. */
  private static final double STEP = StrictMath.cbrt(0x1p-53);

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

  /** Nudges one entry of the layer's parameters both ways, and puts it back. */
  private static double derivative(
      Case question, int l, double[][] weights, double[] biases, double[] parameters, int index) {
    double parameter = parameters[index];
    double step = STEP * StrictMath.max(1.0, StrictMath.abs(parameter));
    parameters[index] = parameter + step;
    double upper = parameters[index];
    double costAbove = cost(question, replaced(question.network(), l, weights, biases));
    parameters[index] = parameter - step;
    double lower = parameters[index];
    double costBelow = cost(question, replaced(question.network(), l, weights, biases));
    parameters[index] = parameter;
    return (costAbove - costBelow) / (upper - lower);
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
