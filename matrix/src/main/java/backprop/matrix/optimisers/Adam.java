package backprop.matrix.optimisers;

import backprop.matrix.Gradients;
import backprop.matrix.Matrices;
import backprop.matrix.Network;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Step 8 along the mean gradient, divided by its usual size: each weight and bias goes about as far
 * as the learning rate says, whether its slope is steep or gentle.
 *
 * <p>Source: D. P. Kingma and J. L. Ba, Adam: A Method for Stochastic Optimization, 2015, algorithm
 * 1; each hat there is one multiplication by {@link Moment#factor} here.
 *
 * @param learningRate α in the paper
 * @param epsilon ε, above 0: keeps the divisor from being 0
 * @param first moment, the mean of the gradients; its decay is β₁
 * @param second moment, the mean of their squares; its decay is β₂
 */
public record Adam(double learningRate, double epsilon, Moment first, Moment second)
    implements Optimiser {
  /** β₁ as the paper suggests. */
  public static final double FIRST_DECAY = 0.9;

  /** β₂ as the paper suggests. */
  public static final double SECOND_DECAY = 0.999;

  /** ε as the paper suggests. */
  public static final double EPSILON = 1e-8;

  /** Takes up where another left off; refuses a setting that is out of its range. */
  public Adam {
    Require.learningRate(learningRate);
    Require.positive("epsilon", epsilon);
  }

  /** Before the first step, with the paper's settings. */
  public static Adam start(Network network, double learningRate) {
    Moment first = Moment.start(network, FIRST_DECAY);
    Moment second = Moment.start(network, SECOND_DECAY);
    return new Adam(learningRate, EPSILON, first, second);
  }

  @Override
  public Step next(Network network, Gradients gradients) {
    PerParameter slope = PerParameter.gradients(network, gradients);
    Moment nextFirst = first.next(slope);
    Moment nextSecond = second.next(slope.each(Adam::squares));
    double firstFactor = nextFirst.factor();
    double secondFactor = nextSecond.factor();
    PerParameter sizes = nextSecond.mean().each(v -> sizes(v, secondFactor, epsilon));
    PerParameter directions = nextFirst.mean().with(sizes, (m, u) -> directions(m, u, firstFactor));
    Network moved = directions.updatedNetwork(network, learningRate);
    return new Step(moved, new Adam(learningRate, epsilon, nextFirst, nextSecond));
  }

  /**
   * Squares of the gradients, whose mean is the second moment.
   * Terms: gradients[j][i] * gradients[j][i], no sum.
   * Matrix: G ∘ G; nothing is summed, so no T.
   *
   * @param gradients outputs × inputs of the weights, or outputs × 1 of the biases
   * @return of the same
   */
  public static RealMatrix squares(RealMatrix gradients) {
    return Matrices.hadamard(gradients, gradients);
  }

  /**
   * Usual sizes of the gradients, the roots of their mean squares; never quite 0.
   * Terms: √(factor * second[j][i]) + epsilon, no sum.
   * Matrix: √V̂ + ε·1·1ᵀ; nothing is summed, so no T.
   *
   * @param second moment, outputs × inputs of the weights, or outputs × 1 of the biases
   * @param factor of the second moment
   * @return of the same
   */
  public static RealMatrix sizes(
      RealMatrix second, // [j][i]
      double factor,
      double epsilon) {
    RealMatrix meanSquares = second.scalarMultiply(factor);
    return Matrices.map(meanSquares, StrictMath::sqrt).scalarAdd(epsilon);
  }

  /**
   * Directions, the mean gradients by their usual sizes; step 8 takes them for gradients.
   * Terms: factor * first[j][i] / sizes[j][i], no sum.
   * Matrix: M̂ ⊘ U; nothing is summed, so no T.
   *
   * @param first moment, outputs × inputs of the weights, or outputs × 1 of the biases
   * @param sizes of the same
   * @param factor of the first moment
   * @return of the same
   */
  public static RealMatrix directions(
      RealMatrix first, // [j][i]
      RealMatrix sizes, // [j][i]
      double factor) {
    RealMatrix mean = first.scalarMultiply(factor);
    return Matrices.map(mean, sizes, (m, u) -> m / u);
  }
}
