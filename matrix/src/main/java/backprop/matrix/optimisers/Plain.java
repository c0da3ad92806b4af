package backprop.matrix.optimisers;

import backprop.matrix.GradientDescent;
import backprop.matrix.Gradients;
import backprop.matrix.Network;

/**
 * Step 8 as it is: every step straight down the slope. Nothing is remembered.
 *
 * @param learningRate η, how far along the gradient
 */
public record Plain(double learningRate) implements Optimiser {
  /** Refuses a learning rate that is below 0 or no number. */
  public Plain {
    Require.learningRate(learningRate);
  }

  @Override
  public Step next(Network network, Gradients gradients) {
    return new Step(GradientDescent.updatedNetwork(network, gradients, learningRate), this);
  }
}
