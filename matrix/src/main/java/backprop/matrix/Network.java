package backprop.matrix;

import java.util.List;

/**
 * Fully connected layers, and the cost they are to lower. Immutable.
 *
 * <p>Source: 「【上級編】ディープラーニングでのパラメータ計算方法」, section 画像判定ディープラーニングの復習.
 *
 * @param layers from the inputs to the outputs, at least one
 * @param cost of one output
 * @param reduction from the costs of a batch to one number
 */
public record Network(List<Layer> layers, Cost cost, Reduction reduction) {
  /**
   * Checks that the layers fit together and that the cost is defined on what comes out.
   *
   * @throws IllegalArgumentException if a width does not fit, softmax is not last, or the cost
   *     takes the logarithm of outputs that are not probabilities
   */
  public Network {
    layers = List.copyOf(layers);
    Shape.require(!layers.isEmpty(), "a network needs at least one layer");
    for (int l = 1; l < layers.size(); l++) {
      int expected = layers.get(l - 1).outputs();
      int inputs = layers.get(l).inputs();
      String message = "layer %d expects %d inputs per neuron, its weights have %d";
      Shape.require(inputs == expected, message, l + 1, expected, inputs);
      boolean softmax = layers.get(l - 1).activation() == Activation.SOFTMAX;
      Shape.require(!softmax, "layer %d is softmax, which only the last layer can be", l);
    }
    Activation output = layers.get(layers.size() - 1).activation();
    String message = "%s needs sigmoid or softmax in the last layer, found %s";
    boolean defined = output.givesProbabilities() || !cost.takesLogarithm();
    Shape.require(defined, message, cost, output);
  }

  /** Layer l, counted from 1 to the depth. */
  public Layer layer(int l) {
    return layers.get(l - 1);
  }

  /** L, the number of layers with weights. */
  public int depth() {
    return layers.size();
  }
}
