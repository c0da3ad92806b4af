package backprop.matrix;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.RealMatrix;

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
      RealMatrix weights =
          updatedWeights(layer.weights, gradients.weightGradients[l], learningRate);
      RealMatrix biases = updatedBiases(layer.biases, gradients.biasGradients[l], learningRate);
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
  public static RealMatrix updatedWeights(
      RealMatrix weights, // [j][i]
      RealMatrix weightGradients, // [j][i]
      double learningRate) {
    return weights.subtract(weightGradients.scalarMultiply(learningRate));
  }

  /**
   * Step 8: update, the biases a small step against their gradients.
   * Terms: biases[j] - learningRate * biasGradients[j], no sum.
   * Matrix: b - η ∂b; nothing is summed, so no T.
   *
   * @param biases outputs × 1
   * @param biasGradients outputs × 1
   * @return outputs × 1
   */
  public static RealMatrix updatedBiases(
      RealMatrix biases, // [j]
      RealMatrix biasGradients, // [j]
      double learningRate) {
    return biases.subtract(biasGradients.scalarMultiply(learningRate));
  }
}
