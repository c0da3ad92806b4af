package backprop.parity.truth;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Where an optimiser leads in exact arithmetic, by the closed sums of the papers and not by the
 * recurrences of the program; and how far any program in double precision can be from there.
 *
 * @param end of the parameter, to 60 digits
 * @param bound of its roundings, each at most u = 2⁻⁵³ of its number
 */
record ExactDescent(BigDecimal end, double bound) {
  private static final MathContext DIGITS = new MathContext(60);
  private static final double ROUNDING = 0x1p-53;

  /** Roundings of one step, whichever way its few operations are arranged. */
  private static final int STEP = 8;

  /** Velocity t is the sum of μᵗ⁻ᵏ·gₖ: term k went through 2(t - k) + 1 operations at most. */
  static ExactDescent momentum(RecordedParameter parameter, double learningRate, double momentum) {
    BigDecimal way = BigDecimal.ZERO;
    double wayBound = 0.0;
    double length = 0.0;
    int steps = parameter.gradients().length;
    for (int t = 1; t <= steps; t++) {
      Sums velocity = Sums.of(parameter.gradients(), t, momentum, false);
      way = way.add(velocity.sum());
      wayBound += gamma(2 * t + STEP) * velocity.magnitude();
      length += velocity.magnitude();
    }
    BigDecimal end = exact(parameter.start()).subtract(exact(learningRate).multiply(way, DIGITS));
    double largest = StrictMath.abs(parameter.start()) + learningRate * length;
    return new ExactDescent(end, learningRate * wayBound + gamma(steps) * largest);
  }

  /**
   * Direction t is m̂ / (√v̂ + ε), where m̂ = (1 - β)·Σ βᵗ⁻ᵏ·gₖ / (1 - βᵗ) and v̂ is the same of squares.
   *
   * <p>βᵗ is rounded t times, and what is left of 1 after taking it away is small: its share of
   * errors is that much larger. The root halves the share of v̂.
   *
   * @param corrected whether to divide by 1 - βᵗ, as is right
   */
  static ExactDescent adam(
      RecordedParameter parameter,
      double learningRate,
      double firstDecay,
      double secondDecay,
      double epsilon,
      boolean corrected) {
    BigDecimal way = BigDecimal.ZERO;
    double wayBound = 0.0;
    double length = 0.0;
    int steps = parameter.gradients().length;
    for (int t = 1; t <= steps; t++) {
      Sums first = Sums.of(parameter.gradients(), t, firstDecay, false);
      Sums second = Sums.of(parameter.gradients(), t, secondDecay, true);
      BigDecimal mean = first.sum().multiply(share(firstDecay, t, corrected), DIGITS);
      BigDecimal square = second.sum().multiply(share(secondDecay, t, corrected), DIGITS);
      BigDecimal size = square.sqrt(DIGITS).add(exact(epsilon));
      way = way.add(mean.divide(size, DIGITS));
      double share = share(firstDecay, t, corrected).doubleValue();
      double largest = share * first.magnitude() / size.doubleValue();
      double ofFirst = gamma(2 * t + 2) + ofShare(firstDecay, t);
      double ofSecond = gamma(2 * t + 3) + ofShare(secondDecay, t);
      wayBound += (ofFirst + 0.5 * ofSecond + gamma(STEP)) * largest;
      length += largest;
    }
    BigDecimal end = exact(parameter.start()).subtract(exact(learningRate).multiply(way, DIGITS));
    double largest = StrictMath.abs(parameter.start()) + learningRate * length;
    return new ExactDescent(end, learningRate * wayBound + gamma(steps) * largest);
  }

  /** How far a result is from the exact one. */
  double distance(double found) {
    return exact(found).subtract(end).abs().doubleValue();
  }

  /** Σ decayᵗ⁻ᵏ·gₖ or of its squares, and the same sum of magnitudes. */
  private record Sums(BigDecimal sum, double magnitude) {
    static Sums of(double[] gradients, int steps, double decay, boolean squared) {
      BigDecimal sum = BigDecimal.ZERO;
      BigDecimal magnitude = BigDecimal.ZERO;
      for (int k = 1; k <= steps; k++) {
        BigDecimal gradient = exact(gradients[k - 1]);
        BigDecimal number = squared ? gradient.multiply(gradient) : gradient;
        BigDecimal term = number.multiply(exact(decay).pow(steps - k, DIGITS), DIGITS);
        sum = sum.add(term, DIGITS);
        magnitude = magnitude.add(term.abs(), DIGITS);
      }
      return new Sums(sum, magnitude.doubleValue());
    }
  }

  /** (1 - β) / (1 - βᵗ), or without the correction only the first. */
  private static BigDecimal share(double decay, int t, boolean corrected) {
    BigDecimal whole = BigDecimal.ONE.subtract(exact(decay).pow(t, DIGITS), DIGITS);
    BigDecimal share = BigDecimal.ONE.subtract(exact(decay));
    return corrected ? share.divide(whole, DIGITS) : share;
  }

  private static double ofShare(double decay, int t) {
    double power = StrictMath.pow(decay, t);
    return gamma(t) * power / (1.0 - power) + gamma(2);
  }

  /** What n roundings in a row can do: n·u / (1 - n·u). */
  private static double gamma(int roundings) {
    return roundings * ROUNDING / (1.0 - roundings * ROUNDING);
  }

  private static BigDecimal exact(double value) {
    return new BigDecimal(value);
  }
}
