package backprop.parity.train;

import backprop.loops.Network;
import backprop.loops.optimisers.Adam;
import backprop.loops.optimisers.Momentum;
import backprop.loops.optimisers.Optimiser;
import backprop.loops.optimisers.Plain;
import backprop.parity.explain.Numbers;

/** The ways down that can be chosen by name. */
public enum OptimiserKind {
  PLAIN,
  MOMENTUM,
  ADAM;

  /** Before the first step. */
  public Optimiser start(Network network, double learningRate, double momentum) {
    return switch (this) {
      case PLAIN -> new Plain(learningRate);
      case MOMENTUM -> Momentum.start(network, learningRate, momentum);
      case ADAM -> Adam.start(network, learningRate);
    };
  }

  /** Such as {@code momentum 0.9, rate 0.1}. */
  public static String describe(Optimiser optimiser) {
    if (optimiser instanceof Momentum momentum) {
      String text = "momentum %s, rate %s";
      return text.formatted(
          Numbers.brief(momentum.momentum()), Numbers.brief(momentum.learningRate()));
    }
    if (optimiser instanceof Adam adam) {
      return "Adam, rate " + Numbers.brief(adam.learningRate());
    }
    return "plain, rate " + Numbers.brief(((Plain) optimiser).learningRate());
  }
}
