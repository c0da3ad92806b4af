package backprop.parity.verdict.enclosure;

import java.math.BigDecimal;
import java.math.MathContext;

/** exp, ln and tanh of one number, enclosed by series whose remainder is known. */
final class ElementaryFunctions {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal THREE = BigDecimal.valueOf(3);

  /** Below it e to its power is as good as 0, beside any double. */
  private static final BigDecimal LOWEST = BigDecimal.valueOf(-100_000);

  private static final BigDecimal REDUCED = new BigDecimal("0.01");
  private static final int TERMS = 18;
  private static final MathContext SERIES = new MathContext(53);

  /** More than the rounding of all terms, and than 0.01¹⁹ / 19!, where the series is cut off. */
  private static final BigDecimal REMAINDER = new BigDecimal("1e-50");

  private ElementaryFunctions() {}

  /** e to the power of a number that is not positive: the series at x / 2ⁿ, squared n times. */
  static Interval exponential(BigDecimal x) {
    if (x.compareTo(LOWEST) < 0) {
      return new Interval(BigDecimal.ZERO, exponential(LOWEST).upper());
    }
    int halvings = 0;
    BigDecimal reduced = x;
    for (; reduced.abs().compareTo(REDUCED) > 0; halvings++) {
      reduced = reduced.divide(TWO);
    }
    BigDecimal power = BigDecimal.ONE;
    BigDecimal sum = BigDecimal.ONE;
    for (int n = 1; n <= TERMS; n++) {
      power = power.multiply(reduced, SERIES).divide(BigDecimal.valueOf(n), SERIES);
      sum = sum.add(power, SERIES);
    }
    Interval exponential = Interval.at(sum).widened(REMAINDER);
    for (int n = 0; n < halvings; n++) {
      exponential = exponential.squared();
    }
    return exponential;
  }

  /** ln x = y + ln(x·e⁻ʸ) for a y near it, and d / (1 + d) ≤ ln(1 + d) ≤ d. */
  static Interval logarithm(BigDecimal x) {
    int exponent = x.precision() - x.scale(); // x may be below the smallest double
    double fraction = x.movePointLeft(exponent).doubleValue();
    double logarithm = StrictMath.log(fraction) + exponent * StrictMath.log(10.0);
    BigDecimal near = new BigDecimal(logarithm);
    Interval factor = exponential(near.abs().negate());
    Interval rest =
        near.signum() > 0 ? Interval.at(x).times(factor) : Interval.at(x).dividedBy(factor);
    Interval above = rest.minus(Interval.ONE);
    return Interval.at(near).plus(Interval.hull(above, above.dividedBy(rest)));
  }

  /** tanh of a number that is not negative; near 0 from x - x³/3 up to that plus 2x⁵/15. */
  static Interval hyperbolicTangent(BigDecimal x) {
    if (x.compareTo(REDUCED.pow(4)) < 0) {
      Interval argument = Interval.at(x);
      Interval cube = argument.squared().times(argument);
      Interval lower = argument.minus(cube.dividedBy(Interval.at(THREE)));
      Interval fifth = cube.times(argument.squared());
      Interval rest = fifth.times(Interval.at(TWO)).dividedBy(Interval.of(15.0));
      return Interval.hull(lower, lower.plus(rest));
    }
    Interval power = exponential(x.multiply(TWO).negate());
    // 2 / (1 + e) - 1 has an end for each end of e.
    return Interval.at(TWO).dividedBy(Interval.ONE.plus(power)).minus(Interval.ONE);
  }
}
