package backprop.parity.model;

import backprop.loops.Network;
import java.util.OptionalDouble;

/**
 * One question to any implementation: this network, these samples, what are the gradients?
 * Immutable.
 *
 * <p>The loops twin's {@link Network} is the vocabulary; every other source translates from it.
 *
 * @param name what messages call it
 * @param network weights outputs × inputs
 * @param inputs inputs × samples; files write a row per sample instead
 * @param targets outputs × samples; files write a row per sample instead
 * @param learningRate if step 8 is asked for too
 * @param weightLayout how files write the weights and their gradients
 */
public record Case(
    String name,
    Network network,
    double[][] inputs,
    double[][] targets,
    OptionalDouble learningRate,
    WeightLayout weightLayout) {

  /** Copies inputs and targets, so a later write cannot reach in. */
  public Case {
    inputs = Rows.copy(inputs);
    targets = Rows.copy(targets);
  }

  /** A case in the usual layout that asks for the gradients alone. */
  public Case(String name, Network network, double[][] inputs, double[][] targets) {
    this(name, network, inputs, targets, OptionalDouble.empty(), WeightLayout.OUTPUTS_BY_INPUTS);
  }

  /** A copy of the inputs, inputs × samples. */
  @Override
  public double[][] inputs() {
    return Rows.copy(inputs);
  }

  /** A copy of the targets, outputs × samples. */
  @Override
  public double[][] targets() {
    return Rows.copy(targets);
  }

  /** N, the number of samples. */
  public int samples() {
    return inputs[0].length;
  }
}
