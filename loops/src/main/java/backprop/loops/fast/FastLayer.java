package backprop.loops.fast;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;

/**
 * One layer's memory, and its steps for some of the rows of their results.
 *
 * <p>The rows of one result do not need each other, so different threads may compute them. Samples
 * are rows here, not columns as in the textbook loops.
 */
final class FastLayer {
  final Activation activation;
  final int inputs;
  final int outputs;

  final double[][] weights; // [j][i]
  final double[] biases; // [j]
  final double[][] preActivations; // [s][j]
  final double[][] activations; // [s][j]
  final double[][] delta; // [s][j]
  final double[][] weightGradients; // [j][i]
  final double[] biasGradients; // [j]

  private final double[][] turnedWeights; // [i][j]
  private final double[][] slopes; // [s][j], f′
  private final double[][] turnedDelta; // [j][s]

  FastLayer(Layer layer, int largestBatch) {
    activation = layer.activation();
    inputs = layer.inputs();
    outputs = layer.outputs();
    weights = new double[outputs][];
    biases = new double[outputs];
    turnedWeights = new double[inputs][];
    preActivations = new double[largestBatch][];
    activations = new double[largestBatch][];
    slopes = new double[largestBatch][];
    delta = new double[largestBatch][];
    turnedDelta = new double[outputs][];
    weightGradients = new double[outputs][];
    biasGradients = new double[outputs];
  }

  /** All rows of all matrices, one after the other, so that they begin alike. */
  void layOut() {
    AlignedRows.layOut(weights, inputs);
    AlignedRows.layOut(turnedWeights, outputs);
    AlignedRows.layOut(preActivations, outputs);
    AlignedRows.layOut(activations, outputs);
    AlignedRows.layOut(slopes, outputs);
    AlignedRows.layOut(delta, outputs);
    AlignedRows.layOut(turnedDelta, delta.length);
    AlignedRows.layOut(weightGradients, inputs);
  }

  /** Copies the weights and biases of a layer of the same shape. */
  void load(Layer layer) {
    double[][] loaded = layer.weights();
    for (int j = 0; j < outputs; j++) {
      System.arraycopy(loaded[j], 0, weights[j], 0, inputs);
    }
    System.arraycopy(layer.biases(), 0, biases, 0, outputs);
  }

  Layer layer() {
    return new Layer(activation, AlignedRows.copy(weights, outputs, inputs), biases);
  }

  /** Multiplications for one sample in step 1, and in step 7 of the layer before. */
  long weightCount() {
    return (long) outputs * inputs;
  }

  /** Before step 1: rows i of the turned weights. */
  void turnWeights(int from, int to) {
    AlignedRows.turn(turnedWeights, weights, outputs, from, to);
  }

  /**
   * Steps 1 and 2 for samples s: activations[s][i] * weights[j][i], summed over i, which stands
   * last on the weights: turned. Then + biases[j], then f and f′.
   */
  void forward(double[][] before, int from, int to) {
    Product.rows(preActivations, before, turnedWeights, 1.0, inputs, outputs, from, to);
    for (int s = from; s < to; s++) {
      double[] row = preActivations[s];
      for (int j = 0; j < outputs; j++) {
        row[j] = row[j] + biases[j];
      }
      ActivationRow.apply(activation, row, activations[s], slopes[s], outputs);
    }
  }

  /** Step 4 for samples s of the last layer. */
  void outputDelta(Cost cost, double[][] targets, int from, int to) {
    for (int s = from; s < to; s++) {
      OutputRow.delta(cost, activation, activations[s], slopes[s], targets[s], delta[s], outputs);
    }
  }

  /** Step 7 for samples s: forwardDelta[s][k] * forwardWeights[k][j], summed over k: no turn. */
  void hiddenDelta(FastLayer next, int from, int to) {
    Product.rows(delta, next.delta, next.weights, 1.0, next.outputs, outputs, from, to);
    for (int s = from; s < to; s++) {
      double[] row = delta[s];
      double[] slope = slopes[s];
      for (int j = 0; j < outputs; j++) {
        row[j] = row[j] * slope[j];
      }
    }
  }

  /**
   * Steps 5 and 6 for neurons j: delta[s][j] * activations[s][i], summed over s, which stands first
   * on the delta: turned. Then times the reduction's factor.
   */
  void gradients(double[][] before, int samples, double factor, int from, int to) {
    AlignedRows.turn(turnedDelta, delta, samples, from, to);
    for (int j = from; j < to; j++) {
      double sum = 0.0;
      for (int s = 0; s < samples; s++) {
        sum += turnedDelta[j][s];
      }
      biasGradients[j] = sum * factor;
    }
    Product.rows(weightGradients, turnedDelta, before, factor, samples, inputs, from, to);
  }

  /** Step 8 for neurons j, in place. */
  void update(double learningRate, int from, int to) {
    for (int j = from; j < to; j++) {
      double[] row = weights[j];
      double[] gradient = weightGradients[j];
      for (int i = 0; i < inputs; i++) {
        row[i] = row[i] - learningRate * gradient[i];
      }
      biases[j] = biases[j] - learningRate * biasGradients[j];
    }
  }
}
