package backprop.parity.verdict;

import backprop.loops.Activation;

/** Step 2 and f′ with their errors. */
final class ActivationError {
  /** Roundings of sigmoid: two for exp, whose last digit may be off by one, a sum, a division. */
  private static final int ROUNDINGS_OF_SIGMOID = 4;

  /** Java promises of tanh two and a half units in the last place, each up to two roundings. */
  private static final int ROUNDINGS_OF_TANH = 5;

  /** Roundings of f′: those of two sigmoids, and of their product. */
  private static final int ROUNDINGS_OF_DERIVATIVE = 2 * ROUNDINGS_OF_SIGMOID + 1;

  private final RunningError arithmetic;

  ActivationError(RunningError arithmetic) {
    this.arithmetic = arithmetic;
  }

  /** a = f(z): the steepest f′ that z's error can reach times that error, and f's own rounding. */
  Estimate value(Activation activation, Estimate z) {
    double value = activation.value(z.value());
    double inherited = steepest(activation, z) * z.error();
    int rounded = value == 0.0 ? 0 : 1;
    return switch (activation) {
      case IDENTITY -> z;
      case SIGMOID -> arithmetic.rounded(value, least(inherited, 1.0), ROUNDINGS_OF_SIGMOID, false);
      case TANH -> arithmetic.rounded(value, least(inherited, 2.0), ROUNDINGS_OF_TANH, false);
      case RELU -> arithmetic.rounded(value, inherited, rounded, false); // 0 is not rounded
      case LEAKY_RELU -> arithmetic.rounded(value, inherited, 2, false); // the slope, the product
      case SOFTMAX -> throw new UnsupportedOperationException("softmax needs a whole sample");
    };
  }

  /**
   * f′(z), as a program may compute it from a as well as from z.
   *
   * <p>At a kink that z's error can reach, both slopes are right: the error is the jump.
   */
  Estimate derivative(Activation activation, Estimate z, Estimate a) {
    double value = activation.derivative(z.value());
    double error = a.error();
    boolean kink = !(StrictMath.abs(z.value()) > 2.0 * z.error());
    return switch (activation) {
      case IDENTITY -> Estimate.ONE;
      case SIGMOID -> {
        double change = StrictMath.abs(1.0 - 2.0 * a.value()) * error + 3.0 * error * error;
        yield arithmetic.rounded(value, least(change, 1.0), ROUNDINGS_OF_DERIVATIVE, false);
      }
      case TANH -> {
        double change = 2.0 * StrictMath.abs(a.value()) * error + 3.0 * error * error;
        double square = arithmetic.rounding(1, a.value() * a.value());
        yield arithmetic.rounded(
            value, least(change + square, 1.0), ROUNDINGS_OF_DERIVATIVE, false);
      }
      case RELU -> new Estimate(value, kink ? 1.0 : 0.0, kink);
      case LEAKY_RELU -> arithmetic.rounded(value, kink ? 0.99 : 0.0, value == 1.0 ? 0 : 1, kink);
      case SOFTMAX -> throw new UnsupportedOperationException("softmax has a Jacobian");
    };
  }

  /**
   * The softmax activations of every sample: Σ_q |∂a_j/∂z_q|·(err(z_q) + u·|z_q - max|), and n + 5
   * roundings for exp, the sum and the division.
   */
  Estimates softmax(Estimates z, double[][] values) {
    return Estimates.of(z.rows(), z.columns(), (j, s) -> softmax(z, values, j, s));
  }

  private Estimate softmax(Estimates z, double[][] values, int j, int s) {
    double maximum = Double.NEGATIVE_INFINITY;
    for (int q = 0; q < values.length; q++) {
      maximum = StrictMath.max(maximum, z.at(q, s).value());
    }
    double own = shiftedError(z.at(j, s), maximum);
    // From the loops to the exact number, and from there to another program, every a_q / a_j
    // changes by a factor of at most E = exp(err(z_q) + err(z_j)); and ln Σ exp is convex, so that
    // a_j changes by no more than a_j · Σ a_q (E² - E).
    double change = 0.0;
    for (int q = 0; q < values.length; q++) {
      if (q != j) {
        double exponent = own + shiftedError(z.at(q, s), maximum);
        change += values[q][s] * StrictMath.exp(exponent) * StrictMath.expm1(exponent);
      }
    }
    int roundings = values.length + 5;
    double size = values[j][s] + arithmetic.rounding(roundings, 0.0);
    return arithmetic.rounded(values[j][s], least(size * change, 1.0), roundings, false);
  }

  private double shiftedError(Estimate z, double maximum) {
    return z.error() + arithmetic.rounding(1, StrictMath.abs(z.value() - maximum));
  }

  /** The largest |f′| between z - 2 err(z) and z + 2 err(z). */
  private static double steepest(Activation activation, Estimate z) {
    double nearestToZero = StrictMath.max(0.0, StrictMath.abs(z.value()) - 2.0 * z.error());
    double largest = z.value() + 2.0 * z.error();
    return switch (activation) {
      case SIGMOID, TANH -> activation.derivative(nearestToZero);
      case RELU, LEAKY_RELU -> activation.derivative(largest);
      case IDENTITY, SOFTMAX -> 1.0;
    };
  }

  /** An error larger than the range of the function says no more than the range. */
  private static double least(double error, double range) {
    return error < range ? error : range;
  }
}
