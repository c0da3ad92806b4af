package backprop.loops.optimisers;

import backprop.loops.Gradients;
import backprop.loops.Network;

/**
 * A way down from the gradients, and what it remembers of the way so far. Immutable: a step returns
 * the network and the optimiser as they are after it.
 *
 * <pre>{@code
 * Optimiser.Step step = optimiser.next(network, gradients);
 * network = step.network();
 * optimiser = step.optimiser();
 * }</pre>
 */
public sealed interface Optimiser permits Plain, Momentum, Adam {
  /**
   * One step for every bias and weight of the network, all from the same gradients.
   *
   * @param gradients of the same network
   * @throws IllegalArgumentException if what is remembered is of a network of other shapes
   */
  Step next(Network network, Gradients gradients);

  /**
   * What is there after a step.
   *
   * @param network with its new weights and biases
   * @param optimiser to take the next step with
   */
  record Step(Network network, Optimiser optimiser) {}
}
