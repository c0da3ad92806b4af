package backprop.matrix.optimisers;

import backprop.matrix.Gradients;
import backprop.matrix.Network;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Step 8 along a velocity, which keeps a share of itself and takes up each gradient: it gathers way
 * down a long valley and evens out the zigzag across it.
 *
 * <p>Of the two customary forms this is the one with the learning rate outside: the velocity is a
 * sum of gradients, and the rate multiplies it when it is used. In the other, velocity = momentum *
 * velocity - learningRate * gradient: the same way as long as the rate stays the same.
 *
 * <p>Source: B. T. Polyak, Some methods of speeding up the convergence of iteration methods, 1964;
 * this form as in torch.optim.SGD, with neither dampening nor Nesterov's.
 *
 * @param learningRate η, how far along the velocity
 * @param momentum μ, the share of its velocity that is kept, from 0 to below 1
 * @param velocity after the steps so far
 */
public record Momentum(double learningRate, double momentum, PerParameter velocity)
    implements Optimiser {
  /** Takes up where another left off; refuses a setting that is out of its range. */
  public Momentum {
    Require.learningRate(learningRate);
    Require.share("momentum", momentum);
  }

  /** Before the first step, at rest. */
  public static Momentum start(Network network, double learningRate, double momentum) {
    return new Momentum(learningRate, momentum, PerParameter.zeros(network));
  }

  @Override
  public Step next(Network network, Gradients gradients) {
    PerParameter slope = PerParameter.gradients(network, gradients);
    PerParameter next = velocity.with(slope, (v, g) -> velocity(v, g, momentum));
    Network moved = next.updatedNetwork(network, learningRate);
    return new Step(moved, new Momentum(learningRate, momentum, next));
  }

  /**
   * Velocity, what is kept of it and the new gradient; step 8 takes it for the gradient.
   * Terms: momentum * velocity[j][i] + gradients[j][i], no sum.
   * Matrix: μV + G; nothing is summed, so no T.
   *
   * @param velocity outputs × inputs of the weights, or outputs × 1 of the biases
   * @param gradients of the same
   * @return of the same
   */
  public static RealMatrix velocity(
      RealMatrix velocity, // [j][i]
      RealMatrix gradients, // [j][i]
      double momentum) {
    return velocity.scalarMultiply(momentum).add(gradients);
  }
}
