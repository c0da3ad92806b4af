package backprop.parity.verdict.enclosure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * All numbers from a lower to an upper end; every operation rounds the ends outward, so that it
 * holds whatever its operands can give.
 */
public record Interval(BigDecimal lower, BigDecimal upper) {
  /** Far more digits than a double has: what an interval is wide by comes from the programs. */
  private static final int DIGITS = 40;

  static final MathContext DOWN = new MathContext(DIGITS, RoundingMode.FLOOR);
  static final MathContext UP = new MathContext(DIGITS, RoundingMode.CEILING);

  /** Every number there is: what a division by something that may be 0 can give. */
  static final Interval UNBOUNDED = new Interval(null, null);

  static final Interval ZERO = of(0.0);
  static final Interval ONE = of(1.0);

  static Interval of(double exact) {
    return at(new BigDecimal(exact));
  }

  /** One number alone. */
  public static Interval at(BigDecimal exact) {
    return new Interval(exact, exact);
  }

  /** Whether it has ends at all. */
  public boolean isBounded() {
    return lower != null;
  }

  /** Whether the number is one of them. */
  public boolean contains(BigDecimal number) {
    return !isBounded() || lower.compareTo(number) <= 0 && number.compareTo(upper) <= 0;
  }

  boolean isZero() {
    return isBounded() && lower.signum() == 0 && upper.signum() == 0;
  }

  /** The largest distance from one of these numbers to one of those. */
  public BigDecimal reachFrom(Interval others) {
    return others.upper.subtract(lower).max(upper.subtract(others.lower));
  }

  /** The largest size one of them has. */
  BigDecimal magnitude() {
    return lower.abs().max(upper.abs());
  }

  Interval plus(Interval other) {
    return isBounded() && other.isBounded()
        ? new Interval(lower.add(other.lower, DOWN), upper.add(other.upper, UP))
        : UNBOUNDED;
  }

  Interval minus(Interval other) {
    return plus(other.negated());
  }

  Interval negated() {
    return isBounded() ? new Interval(upper.negate(), lower.negate()) : UNBOUNDED;
  }

  Interval times(Interval other) {
    if (isZero() || other.isZero()) {
      return ZERO;
    }
    if (!isBounded() || !other.isBounded()) {
      return UNBOUNDED;
    }
    BigDecimal one = lower.multiply(other.lower);
    BigDecimal two = lower.multiply(other.upper);
    BigDecimal three = upper.multiply(other.lower);
    BigDecimal four = upper.multiply(other.upper);
    return roundedOutward(one.min(two).min(three).min(four), one.max(two).max(three).max(four));
  }

  /** The square of one number, which is never negative. */
  Interval squared() {
    if (!isBounded()) {
      return UNBOUNDED;
    }
    BigDecimal one = lower.multiply(lower);
    BigDecimal two = upper.multiply(upper);
    BigDecimal least = contains(BigDecimal.ZERO) ? BigDecimal.ZERO : one.min(two);
    return roundedOutward(least, one.max(two));
  }

  Interval dividedBy(Interval other) {
    if (isZero()) {
      return ZERO;
    }
    return isBounded() && !other.contains(BigDecimal.ZERO)
        ? times(hull(reciprocal(other.lower), reciprocal(other.upper)))
        : UNBOUNDED;
  }

  /** With everything that is no farther away than this. */
  Interval widened(BigDecimal distance) {
    return isBounded()
        ? new Interval(lower.subtract(distance, DOWN), upper.add(distance, UP))
        : UNBOUNDED;
  }

  /** What one of several holds, and everything between them. */
  static Interval hull(Interval... intervals) {
    BigDecimal lower = intervals[0].lower;
    BigDecimal upper = intervals[0].upper;
    for (Interval interval : intervals) {
      if (!interval.isBounded()) {
        return UNBOUNDED;
      }
      lower = lower.min(interval.lower);
      upper = upper.max(interval.upper);
    }
    return new Interval(lower, upper);
  }

  private static Interval roundedOutward(BigDecimal lower, BigDecimal upper) {
    return new Interval(lower.round(DOWN), upper.round(UP));
  }

  private static Interval reciprocal(BigDecimal number) {
    return new Interval(BigDecimal.ONE.divide(number, DOWN), BigDecimal.ONE.divide(number, UP));
  }
}
