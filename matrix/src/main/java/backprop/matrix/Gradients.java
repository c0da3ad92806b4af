package backprop.matrix;

import org.apache.commons.math3.linear.RealMatrix;

/** What the backward pass computed, layer by layer. Immutable. */
public final class Gradients {
  /** Each indexed by layer number, 1..L; entry 0 is empty. */
  final RealMatrix[] deltas;

  final RealMatrix[] biasGradients;
  final RealMatrix[] weightGradients;

  /** Keeps what it is given: the backward pass makes new arrays and hands them over. */
  Gradients(RealMatrix[] deltas, RealMatrix[] biasGradients, RealMatrix[] weightGradients) {
    this.deltas = deltas;
    this.biasGradients = biasGradients;
    this.weightGradients = weightGradients;
  }

  /** A copy of layer l's delta, outputs × samples, before the reduction's factor; l from 1. */
  public RealMatrix delta(int l) {
    return deltas[l].copy();
  }

  /** A copy of layer l's bias gradients, one per neuron; l from 1. */
  public RealMatrix biasGradients(int l) {
    return biasGradients[l].copy();
  }

  /** A copy of layer l's weight gradients, outputs × inputs; l from 1. */
  public RealMatrix weightGradients(int l) {
    return weightGradients[l].copy();
  }
}
