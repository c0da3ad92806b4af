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
import java.util.function.DoubleSupplier;

/**
 * The definition of the derivative, applied to the cost: a witness that knows no backward pass.
 *
 * <p>Nudges one parameter or input at a time to both sides and divides the change of the cost by the change
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
      int number = l;
      DoubleSupplier cost = () -> cost(question, replaced(network, number, weights, biases));
      double[][] biasGradients = new double[biases.length][1];
      double[][] weightGradients = new double[weights.length][weights[0].length];
      for (int j = 0; j < weights.length; j++) {
        biasGradients[j][0] = derivative(biases, j, cost);
        for (int i = 0; i < weights[0].length; i++) {
          weightGradients[j][i] = derivative(weights[j], i, cost);
        }
      }
      Map<Quantity, double[][]> layer = new EnumMap<>(Quantity.class);
      layer.put(Quantity.BIAS_GRADIENTS, biasGradients);
      layer.put(Quantity.WEIGHT_GRADIENTS, weightGradients);
      layers.add(layer);
    }
    layers.get(0).put(Quantity.INPUT_GRADIENTS, inputGradients(question));
    return new Result(question, cost(question, network), layers);
  }

  /** Nudges one input of one sample at a time. */
  private static double[][] inputGradients(Case question) {
    double[][] inputs = question.inputs();
    double[][] inputGradients = new double[inputs.length][question.samples()];
    for (int i = 0; i < inputs.length; i++) {
      for (int s = 0; s < question.samples(); s++) {
        DoubleSupplier cost =
            () -> ForwardPass.trace(question.network(), inputs, question.targets()).cost();
        inputGradients[i][s] = derivative(inputs[i], s, cost);
      }
    }
    return inputGradients;
  }

  /** Nudges one number both ways, and puts it back. */
  private static double derivative(double[] parameters, int index, DoubleSupplier cost) {
    double parameter = parameters[index];
    double step = STEP * StrictMath.max(1.0, StrictMath.abs(parameter));
    parameters[index] = parameter + step;
    double upper = parameters[index];
    double costAbove = cost.getAsDouble();
    parameters[index] = parameter - step;
    double lower = parameters[index];
    double costBelow = cost.getAsDouble();
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
