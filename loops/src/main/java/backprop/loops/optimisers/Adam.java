package backprop.loops.optimisers;

import backprop.loops.Gradients;
import backprop.loops.Network;

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
    Moment nextSecond = second.next(slope.with(slope, (g, same) -> squares(g)));
    double firstFactor = nextFirst.factor();
    double secondFactor = nextSecond.factor();
    PerParameter means = nextFirst.mean();
    PerParameter direction =
        means.with(
            nextSecond.mean(), (m, v) -> direction(m, v, firstFactor, secondFactor, epsilon));
    Network moved = direction.updatedNetwork(network, learningRate);
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
  public static double[][] squares(double[][] gradients) {
    double[][] squares = new double[gradients.length][gradients[0].length];
    for (int j = 0; j < gradients.length; j++) {
      for (int i = 0; i < gradients[0].length; i++) {
        squares[j][i] = gradients[j][i] * gradients[j][i];
      }
    }
    return squares;
  }

  /**
   * Direction, the mean gradient by its usual size; step 8 then takes it for the gradient.
   * Terms: firstFactor * first[j][i] / (√(secondFactor * second[j][i]) + epsilon), no sum.
   * Matrix: M̂ ⊘ (√V̂ + ε1·1ᵀ); nothing is summed, so no T.
   *
   * @param first moment, outputs × inputs of the weights, or outputs × 1 of the biases
   * @param second moment of the same
   * @param firstFactor what takes back the first moment's start at 0
   * @param secondFactor what takes back the second's
   * @return of the same
   */
  public static double[][] direction(
      double[][] first, // [j][i]
      double[][] second, // [j][i]
      double firstFactor,
      double secondFactor,
      double epsilon) {
    double[][] direction = new double[first.length][first[0].length];
    for (int j = 0; j < first.length; j++) {
      for (int i = 0; i < first[0].length; i++) {
        direction[j][i] =
            firstFactor * first[j][i] / (StrictMath.sqrt(secondFactor * second[j][i]) + epsilon);
      }
    }
    return direction;
  }
}
