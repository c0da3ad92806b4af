package backprop.matrix;

import org.apache.commons.math3.linear.RealMatrix;

/** What the forward pass computed, layer by layer. Immutable. */
public final class ForwardTrace {
  /** Indexed by layer number, 1..L; entry 0 is empty. */
  final RealMatrix[] preActivations;

  /** Indexed by layer number, 0..L; entry 0 holds the inputs. */
  final RealMatrix[] activations;

  final double cost;

  /** Keeps what it is given: the forward pass makes new arrays and hands them over. */
  ForwardTrace(RealMatrix[] preActivations, RealMatrix[] activations, double cost) {
    this.preActivations = preActivations;
    this.activations = activations;
    this.cost = cost;
  }

  /** A copy of layer l's pre-activations, outputs × samples; l from 1. */
  public RealMatrix preActivations(int l) {
    return preActivations[l].copy();
  }

  /** A copy of layer l's activations, outputs × samples; those of layer 0 are the inputs. */
  public RealMatrix activations(int l) {
    return activations[l].copy();
  }

  /** The cost of the whole batch. */
  public double cost() {
    return cost;
  }
}
