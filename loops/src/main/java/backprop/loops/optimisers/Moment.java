package backprop.loops.optimisers;

import backprop.loops.Network;

/**
 * The mean of all numbers so far, in which each counts for less the longer ago it was: the newest
 * counts 1 - β, the one before it (1 - β)·β, then (1 - β)·β², ...
 *
 * <p>After t steps these shares add up to 1 - βᵗ, not to 1, because the mean starts at 0: it is
 * biased towards 0, and {@link #factor} takes that back. (No neuron's bias is meant.)
 *
 * <p>Source: D. P. Kingma and J. L. Ba, Adam: A Method for Stochastic Optimization, 2015,
 * sections 2 and 3.
 *
 * @param decay β, the share of the old mean that is kept, from 0 to below 1
 * @param power βᵗ after t steps: 1 times β times β ..., one multiplication a step
 * @param mean after the steps so far, for each weight and bias
 */
public record Moment(double decay, double power, PerParameter mean) {
  /** Takes up where another left off; refuses a decay or power that is out of its range. */
  public Moment {
    Require.share("decay", decay);
    Require.power(power);
  }

  /** Before the first step: a mean of nothing. */
  public static Moment start(Network network, double decay) {
    return new Moment(decay, 1.0, PerParameter.zeros(network));
  }

  /** The mean after one more number for each weight and bias. */
  Moment next(PerParameter numbers) {
    PerParameter next = mean.with(numbers, (m, n) -> mean(m, n, decay));
    return new Moment(decay, power * decay, next);
  }

  /** What makes the shares add up to 1; there is none before the first step. */
  public double factor() {
    return 1.0 / (1.0 - power);
  }

  /**
   * Moving mean, a share of the old mean and the rest from the new numbers.
   * Terms: decay * mean[j][i] + (1 - decay) * numbers[j][i], no sum.
   * Matrix: βM + (1 - β)N; nothing is summed, so no T.
   *
   * @param mean outputs × inputs of the weights, or outputs × 1 of the biases
   * @param numbers of the same
   * @return of the same
   */
  public static double[][] mean(
      double[][] mean, // [j][i]
      double[][] numbers, // [j][i]
      double decay) {
    double[][] next = new double[mean.length][mean[0].length];
    for (int j = 0; j < mean.length; j++) {
      for (int i = 0; i < mean[0].length; i++) {
        next[j][i] = decay * mean[j][i] + (1.0 - decay) * numbers[j][i];
      }
    }
    return next;
  }
}
