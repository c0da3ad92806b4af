package backprop.parity.training.descent;

import backprop.loops.Network;
import backprop.loops.optimisers.Adam;
import backprop.loops.optimisers.Momentum;
import backprop.loops.optimisers.Optimiser;
import backprop.loops.optimisers.Plain;
import backprop.parity.terms.NumberText;

/** The optimisers that can be chosen by name. */
public enum OptimiserKind {
  PLAIN,
  MOMENTUM,
  ADAM;

  private static final double CAREFUL_RATE = 0.01;

  /** Its steps are about as long as its rate, whatever the gradients. */
  private static final double ADAM_RATE = 0.003;

  /** Before the first step. */
  public Optimiser start(Network network, double learningRate, double momentum) {
    return switch (this) {
      case PLAIN -> new Plain(learningRate);
      case MOMENTUM -> Momentum.start(network, learningRate, momentum);
      case ADAM -> Adam.start(network, learningRate);
    };
  }

  /** A rate to begin with, where the defaults are for another optimiser. */
  public double usualRate(TrainingDefaults defaults) {
    return switch (this) {
      case PLAIN -> CAREFUL_RATE;
      case MOMENTUM ->
          defaults.optimiser() == PLAIN ? defaults.learningRate() / 10.0 : CAREFUL_RATE;
      case ADAM -> ADAM_RATE;
    };
  }

  /** Such as {@code momentum 0.9, rate 0.1}. */
  public static String describe(Optimiser optimiser) {
    if (optimiser instanceof Momentum momentum) {
      String text = "momentum %s, rate %s";
      return text.formatted(
          NumberText.brief(momentum.momentum()), NumberText.brief(momentum.learningRate()));
    }
    if (optimiser instanceof Adam adam) {
      return "Adam, rate " + NumberText.brief(adam.learningRate());
    }
    return "plain, rate " + NumberText.brief(((Plain) optimiser).learningRate());
  }
}
