package backprop.parity.verdict.enclosure;

import java.math.BigDecimal;
import java.util.function.IntFunction;

/**
 * The arithmetic of every program of one floating-point format: what each operation can give for any
 * numbers its operands can be.
 *
 * <p>The standard model: an operation is right up to a relative error u, and below the smallest
 * normal number a program may lose it all. A function is as right as its documentation says.
 */
final class Roundings {
  private final BigDecimal unit;
  private final BigDecimal smallestNormal;

  /**
   * Operations right up to this.
   *
   * @param unitRoundoff u; 0 for exact arithmetic
   */
  Roundings(double unitRoundoff, double smallestNormal) {
    this.unit = new BigDecimal(unitRoundoff);
    this.smallestNormal = unitRoundoff == 0.0 ? BigDecimal.ZERO : new BigDecimal(smallestNormal);
  }

  /** The result of one operation. */
  Interval rounded(Interval exact) {
    return rounded(exact, 1);
  }

  /** The same, right up to so many u: an error of one unit in the last place is up to two. */
  Interval rounded(Interval exact, int units) {
    return widened(exact, units, smallestNormal);
  }

  /** Rounding keeps numbers in order, so what the ends can become is the end of all. */
  private Interval widened(Interval exact, int units, BigDecimal lostBelow) {
    if (!exact.isBounded()) {
      return exact;
    }
    BigDecimal relative = unit.multiply(BigDecimal.valueOf(units));
    return Interval.hull(
        around(exact.lower(), relative, lostBelow), around(exact.upper(), relative, lostBelow));
  }

  private static Interval around(BigDecimal end, BigDecimal relative, BigDecimal lostBelow) {
    BigDecimal size = end.abs();
    BigDecimal distance = relative.multiply(size, Interval.UP);
    boolean lost = size.signum() > 0 && size.compareTo(lostBelow) < 0;
    return Interval.at(end).widened(lost ? distance.add(lostBelow) : distance);
  }

  Interval product(Interval left, Interval right) {
    return rounded(left.times(right));
  }

  /** A difference never underflows. */
  Interval difference(Interval left, Interval right) {
    return widened(left.minus(right), 1, BigDecimal.ZERO);
  }

  Interval quotient(Interval left, Interval right) {
    return rounded(left.dividedBy(right));
  }

  /** The sum of n terms in any order is right up to (n - 1)·u / (1 - (n - 1)·u) of their sizes. */
  Interval sum(int terms, IntFunction<Interval> term) {
    Interval sum = Interval.ZERO;
    BigDecimal magnitude = BigDecimal.ZERO;
    for (int index = 0; index < terms; index++) {
      Interval next = term.apply(index);
      if (!next.isBounded()) {
        return Interval.UNBOUNDED;
      }
      sum = sum.plus(next);
      magnitude = magnitude.add(next.magnitude(), Interval.UP);
    }
    BigDecimal units = unit.multiply(BigDecimal.valueOf(terms - 1L));
    BigDecimal gamma = units.divide(BigDecimal.ONE.subtract(units), Interval.UP);
    return sum.widened(gamma.multiply(magnitude, Interval.UP));
  }
}
