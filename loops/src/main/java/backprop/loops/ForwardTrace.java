package backprop.loops;

/** What the forward pass computed, layer by layer. Immutable. */
public final class ForwardTrace {
  /** Indexed by layer number, 1..L; entry 0 is empty. */
  final double[][][] preActivations;

  /** Indexed by layer number, 0..L; entry 0 holds the inputs. */
  final double[][][] activations;

  final double cost;

  /** Keeps what it is given: the forward pass makes new arrays and hands them over. */
  ForwardTrace(double[][][] preActivations, double[][][] activations, double cost) {
    this.preActivations = preActivations;
    this.activations = activations;
    this.cost = cost;
  }

  /** A copy of layer l's pre-activations, outputs × samples; l from 1. */
  public double[][] preActivations(int l) {
    return Shape.copy(preActivations[l]);
  }

  /** A copy of layer l's activations, outputs × samples; those of layer 0 are the inputs. */
  public double[][] activations(int l) {
    return Shape.copy(activations[l]);
  }

  /** The cost of the whole batch. */
  public double cost() {
    return cost;
  }
}
