package backprop.parity.verdict;

import java.util.function.IntFunction;

/**
 * Arithmetic that keeps account of its errors: what each operation inherits from its operands, and
 * what its own rounding adds.
 *
 * <p>Where a first-order analysis drops the products of two errors, three of them are kept: the
 * exact number lies up to one error from the loops' value, and another program's up to two. So the
 * account holds for large errors as well as small.
 */
final class RunningError {
  private final Precision precision;

  RunningError(Precision precision) {
    this.precision = precision;
  }

  /** A number from the case, rounded once if the program's precision cannot hold it. */
  Estimate input(double value) {
    double error = precision.holds(value) ? 0.0 : precision.rounding(1, StrictMath.abs(value));
    return estimate(value, error, false);
  }

  /** The result of a function with that many roundings of its own. */
  Estimate rounded(double value, double inherited, int roundings, boolean undecidable) {
    double magnitude = StrictMath.abs(value) + inherited;
    double error = inherited + precision.rounding(roundings, magnitude);
    return estimate(value, error, undecidable);
  }

  /** left · right: |left|·err(right) + |right|·err(left), and one rounding. */
  Estimate product(Estimate left, Estimate right) {
    double value = left.value() * right.value();
    if (left.isExactlyZero() || right.isExactlyZero()) {
      // The other factor has no influence, whatever its error.
      return new Estimate(value, 0.0, false);
    }
    double leftError = left.error() + precision.operandError(left.magnitude());
    double rightError = right.error() + precision.operandError(right.magnitude());
    double inherited =
        StrictMath.abs(left.value()) * rightError
            + StrictMath.abs(right.value()) * leftError
            + 3.0 * leftError * rightError;
    return rounded(value, inherited, 1, left.undecidable() || right.undecidable());
  }

  /** left - right, and one rounding; a difference never underflows. */
  Estimate difference(Estimate left, Estimate right) {
    double value = left.value() - right.value();
    double inherited = left.error() + right.error();
    double error = inherited + precision.gamma(1) * (StrictMath.abs(value) + inherited);
    return estimate(value, error, left.undecidable() || right.undecidable());
  }

  /** numerator / denominator, and one rounding; unbounded if the denominator can be 0. */
  Estimate quotient(Estimate numerator, Estimate denominator) {
    double value = numerator.value() / denominator.value();
    double smallest = StrictMath.abs(denominator.value()) - 2.0 * denominator.error();
    double largest = numerator.magnitude() / smallest;
    double inherited =
        smallest > 0.0
            ? (numerator.error() + largest * denominator.error()) / smallest
            : Double.POSITIVE_INFINITY;
    return rounded(value, inherited, 1, numerator.undecidable() || denominator.undecidable());
  }

  /** ln of a positive number, right to four roundings; unbounded if the number can be 0. */
  Estimate logarithm(Estimate number) {
    double smallest = number.value() - 2.0 * number.error();
    double inherited = smallest > 0.0 ? number.error() / smallest : Double.POSITIVE_INFINITY;
    return rounded(StrictMath.log(number.value()), inherited, 4, number.undecidable());
  }

  /** The sum of n terms in any order: Σ err(term) + γₙ·Σ|term|. */
  Estimate sum(int terms, IntFunction<Estimate> term) {
    double value = 0.0;
    double inherited = 0.0;
    double magnitude = 0.0;
    boolean undecidable = false;
    for (int index = 0; index < terms; index++) {
      Estimate estimate = term.apply(index);
      value += estimate.value();
      inherited += estimate.error();
      magnitude += estimate.magnitude();
      undecidable |= estimate.undecidable();
    }
    return estimate(value, inherited + precision.sumGamma(terms) * magnitude, undecidable);
  }

  /** The error that many roundings of a number that size make. */
  double rounding(int roundings, double magnitude) {
    return precision.rounding(roundings, magnitude);
  }

  private Estimate estimate(double value, double error, boolean undecidable) {
    boolean overflow = precision.overflows(StrictMath.abs(value) + error);
    return new Estimate(value, overflow ? Double.POSITIVE_INFINITY : error, undecidable);
  }
}
