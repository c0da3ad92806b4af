package backprop.parity.training.data;

import backprop.loops.Layer;

/**
 * Takes a {@link ColumnScale} into the weights and biases of a layer, and out of them again: the neurons
 * compute the same, in other units.
 */
final class ScaleFolding {
  private ScaleFolding() {}

  /**
   * A layer that learned from standardised inputs, for inputs in the units of the data: w·(x - mean)
   * / deviation + b is (w / deviation)·x + (b - w·mean / deviation).
   */
  static Layer inputsInUnits(Layer layer, ColumnScale scale) {
    double[] means = scale.means();
    double[] deviations = scale.deviations();
    double[][] weights = layer.weights();
    double[] biases = layer.biases();
    for (int j = 0; j < biases.length; j++) {
      for (int i = 0; i < means.length; i++) {
        weights[j][i] = weights[j][i] / deviations[i];
        biases[j] = biases[j] - weights[j][i] * means[i];
      }
    }
    return new Layer(layer.activation(), weights, biases);
  }

  /** The way back: a layer for standardised inputs. */
  static Layer inputsStandardised(Layer layer, ColumnScale scale) {
    double[] means = scale.means();
    double[] deviations = scale.deviations();
    double[][] weights = layer.weights();
    double[] biases = layer.biases();
    for (int j = 0; j < biases.length; j++) {
      for (int i = 0; i < means.length; i++) {
        biases[j] = biases[j] + weights[j][i] * means[i];
        weights[j][i] = weights[j][i] * deviations[i];
      }
    }
    return new Layer(layer.activation(), weights, biases);
  }

  /**
   * A layer without a curve that learned standardised targets, with outputs in the units of the
   * data: deviation·(w·x + b) + mean is (deviation·w)·x + (deviation·b + mean).
   */
  static Layer outputsInUnits(Layer layer, ColumnScale scale) {
    double[] means = scale.means();
    double[] deviations = scale.deviations();
    double[][] weights = layer.weights();
    double[] biases = layer.biases();
    for (int j = 0; j < biases.length; j++) {
      for (int i = 0; i < weights[j].length; i++) {
        weights[j][i] = deviations[j] * weights[j][i];
      }
      biases[j] = deviations[j] * biases[j] + means[j];
    }
    return new Layer(layer.activation(), weights, biases);
  }

  /** The way back: a layer with standardised outputs. */
  static Layer outputsStandardised(Layer layer, ColumnScale scale) {
    double[] means = scale.means();
    double[] deviations = scale.deviations();
    double[][] weights = layer.weights();
    double[] biases = layer.biases();
    for (int j = 0; j < biases.length; j++) {
      for (int i = 0; i < weights[j].length; i++) {
        weights[j][i] = weights[j][i] / deviations[j];
      }
      biases[j] = (biases[j] - means[j]) / deviations[j];
    }
    return new Layer(layer.activation(), weights, biases);
  }
}
