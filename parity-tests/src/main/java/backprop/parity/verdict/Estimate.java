package backprop.parity.verdict;

/**
 * A number as the loops compute it, and how far from it the exact one and any other correct program
 * can be.
 *
 * @param value as the loops compute it
 * @param error the largest distance of a correct program from the exact value; infinite if there is
 *     no telling
 * @param undecidable whether the error holds a jump of f′ at a kink that rounding can cross
 */
record Estimate(double value, double error, boolean undecidable) {
  static final Estimate ZERO = new Estimate(0.0, 0.0, false);
  static final Estimate ONE = new Estimate(1.0, 0.0, false);

  Estimate {
    error = known(value, error);
  }

  /** Not a number: an overflow somewhere before, and whatever follows can be anything. */
  static double known(double value, double error) {
    return Double.isNaN(value) || Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
  }

  /** The largest size it has in any correct program: up to two errors from the loops' value. */
  double magnitude() {
    return magnitude(value, error);
  }

  static double magnitude(double value, double error) {
    return StrictMath.abs(value) + 2.0 * error;
  }

  /** Nothing but 0 in every correct program. */
  boolean isExactlyZero() {
    return value == 0.0 && error == 0.0;
  }

  Estimate negated() {
    return new Estimate(-value, error, undecidable);
  }

  /** The same number with the value the loops give it, where they write the formula differently. */
  Estimate withValue(double loopsValue) {
    return new Estimate(loopsValue, error, undecidable);
  }
}
