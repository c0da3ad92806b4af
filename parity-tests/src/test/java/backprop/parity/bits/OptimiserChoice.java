package backprop.parity.bits;

import backprop.loops.Network;
import backprop.loops.optimisers.Adam;
import backprop.loops.optimisers.Momentum;
import backprop.loops.optimisers.Optimiser;
import backprop.loops.optimisers.Plain;

/** Every optimiser there is, before its first step. */
public enum OptimiserChoice {
  PLAIN,
  MOMENTUM,
  ADAM;

  /** With settings at which the digits are learned. */
  public Optimiser start(Network network) {
    return switch (this) {
      case PLAIN -> new Plain(0.3);
      case MOMENTUM -> Momentum.start(network, 0.05, 0.9);
      case ADAM -> Adam.start(network, 0.01);
    };
  }
}
