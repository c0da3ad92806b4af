package backprop.loops;

/** What the backward pass computed, layer by layer. Immutable. */
public final class Gradients {
  /** Each indexed by layer number, 1..L; entry 0 is empty. */
  final double[][][] deltas;

  final double[][] biasGradients;
  final double[][][] weightGradients;

  /** Keeps what it is given: the backward pass makes new arrays and hands them over. */
  Gradients(double[][][] deltas, double[][] biasGradients, double[][][] weightGradients) {
    this.deltas = deltas;
    this.biasGradients = biasGradients;
    this.weightGradients = weightGradients;
  }

  /** A copy of layer l's delta, outputs × samples, before the reduction's factor; l from 1. */
  public double[][] delta(int l) {
    return Shape.copy(deltas[l]);
  }

  /** A copy of layer l's bias gradients, one per neuron; l from 1. */
  public double[] biasGradients(int l) {
    return biasGradients[l].clone();
  }

  /** A copy of layer l's weight gradients, outputs × inputs; l from 1. */
  public double[][] weightGradients(int l) {
    return Shape.copy(weightGradients[l]);
  }
}
