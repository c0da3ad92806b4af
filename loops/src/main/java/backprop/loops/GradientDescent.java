package backprop.loops;

import java.util.ArrayList;
import java.util.List;

/**
 * One step down the steepest slope: step 8.
 *
 * <p>Source: 「【上級編】ディープラーニングでのパラメータ計算方法」, section 勾配降下法の導出.
 */
public final class GradientDescent {
  private GradientDescent() {}

  /**
   * Step 8 for every bias and weight of the network, all from the same gradients.
   *
   * @param gradients of the same network
   * @return the network after one step
   */
  public static Network updatedNetwork(Network network, Gradients gradients, double learningRate) {
    List<Layer> layers = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      Layer layer = network.layer(l);
      double[][] weights =
          updatedWeights(layer.weights, gradients.weightGradients[l], learningRate);
      double[] biases = updatedBiases(layer.biases, gradients.biasGradients[l], learningRate);
      layers.add(new Layer(layer.activation, weights, biases));
    }
    return new Network(layers, network.cost(), network.reduction());
  }

  /**
   * Step 8: update, the weights a small step against their gradients.
   * Terms: weights[j][i] - learningRate * weightGradients[j][i], no sum.
   * Matrix: W - η ∂W; nothing is summed, so no T.
   *
   * @param weights outputs × inputs
   * @param weightGradients outputs × inputs
   * @return outputs × inputs
   */
  public static double[][] updatedWeights(
      double[][] weights, // [j][i]
      double[][] weightGradients, // [j][i]
      double learningRate) {
    double[][] updated = new double[weights.length][weights[0].length];
    for (int j = 0; j < weights.length; j++) {
      for (int i = 0; i < weights[0].length; i++) {
        updated[j][i] = weights[j][i] - learningRate * weightGradients[j][i];
      }
    }
    return updated;
  }

  /**
   * Step 8: update, the biases a small step against their gradients.
   * Terms: biases[j] - learningRate * biasGradients[j], no sum.
   * Matrix: b - η ∂b; nothing is summed, so no T.
   *
   * @param biases one per output
   * @param biasGradients one per output
   * @return one per output
   */
  public static double[] updatedBiases(
      double[] biases, // [j]
      double[] biasGradients, // [j]
      double learningRate) {
    double[] updated = new double[biases.length];
    for (int j = 0; j < biases.length; j++) {
      updated[j] = biases[j] - learningRate * biasGradients[j];
    }
    return updated;
  }
}
