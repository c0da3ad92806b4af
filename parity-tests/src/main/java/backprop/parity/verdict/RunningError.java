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
  /** The account is kept in doubles itself: no step of it takes as many operations as this. */
  private static final int OWN_OPERATIONS = 32;

  private static final double OWN_ROUNDING = StrictMath.ulp(1.0);

  private final Precision precision;

  RunningError(Precision precision) {
    this.precision = precision;
  }

  /** A number from the case, rounded once if the program's precision cannot hold it. */
  Estimate input(double value) {
    double error = precision.holds(value) ? 0.0 : precision.rounding(1, StrictMath.abs(value));
    return estimate(value, error, 0, false);
  }

  /** The result of a function with that many roundings of its own. */
  Estimate rounded(double value, double inherited, int roundings, boolean undecidable) {
    return new Estimate(value, rounded(value, inherited, roundings), undecidable);
  }

  private double rounded(double value, double inherited, int roundings) {
    double smallest = StrictMath.abs(value) - 2.0 * inherited;
    double largest = Estimate.magnitude(value, inherited);
    return error(value, inherited + precision.rounding(roundings, smallest, largest), 0);
  }

  /** left · right: |left|·err(right) + |right|·err(left), and one rounding. */
  Estimate product(Estimate left, Estimate right) {
    double value = left.value() * right.value();
    if (left.isExactlyZero() || right.isExactlyZero()) {
      // The other factor has no influence, whatever its error.
      return new Estimate(value, 0.0, false);
    }
    double error = productError(left.value(), left.error(), right.value(), right.error());
    return new Estimate(value, error, left.undecidable() || right.undecidable());
  }

  private double productError(double left, double leftError, double right, double rightError) {
    double ofLeft = leftError + precision.operandError(Estimate.magnitude(left, leftError));
    double ofRight = rightError + precision.operandError(Estimate.magnitude(right, rightError));
    double inherited =
        StrictMath.abs(left) * ofRight + StrictMath.abs(right) * ofLeft + 3.0 * ofLeft * ofRight;
    return rounded(left * right, inherited, 1);
  }

  /**
   * The sum of the products of two rows and of what is added to them, in any order.
   *
   * <p>The same as a {@link #sum} of {@link #product}s, in numbers and not in objects: nearly all
   * the work of a bound is done here.
   */
  Estimate sumOfProducts(Estimates left, int j, Estimates right, int s, Estimate... added) {
    double[] lefts = left.values[j];
    double[] leftErrors = left.errors[j];
    double[] rights = right.values[s];
    double[] rightErrors = right.errors[s];
    double value = 0.0;
    double inherited = 0.0;
    double magnitude = 0.0;
    boolean undecidable = false;
    for (int q = 0; q < lefts.length; q++) {
      value += lefts[q] * rights[q];
      boolean zero =
          lefts[q] == 0.0 && leftErrors[q] == 0.0 || rights[q] == 0.0 && rightErrors[q] == 0.0;
      if (!zero) {
        double error = productError(lefts[q], leftErrors[q], rights[q], rightErrors[q]);
        inherited += error;
        magnitude += Estimate.magnitude(lefts[q] * rights[q], error);
        undecidable |= left.undecidable[j][q] || right.undecidable[s][q];
      }
    }
    for (Estimate term : added) {
      value += term.value();
      inherited += term.error();
      magnitude += term.magnitude();
      undecidable |= term.undecidable();
    }
    int terms = lefts.length + added.length;
    return estimate(value, inherited + precision.sumGamma(terms) * magnitude, terms, undecidable);
  }

  /** left - right, and one rounding; a difference never underflows. */
  Estimate difference(Estimate left, Estimate right) {
    double value = left.value() - right.value();
    double inherited = left.error() + right.error();
    double largest = StrictMath.abs(value) + 2.0 * inherited;
    double error = inherited + precision.gamma(1) * largest;
    return estimate(value, error, 0, left.undecidable() || right.undecidable());
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
    return sum(terms, terms, term);
  }

  /** A sum of sums, which another program adds up in one go: that many numbers altogether. */
  Estimate sum(int terms, int numbers, IntFunction<Estimate> term) {
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
    double error = inherited + precision.sumGamma(numbers) * magnitude;
    return estimate(value, error, terms, undecidable);
  }

  /** The error that many roundings of a number that size make. */
  double rounding(int roundings, double magnitude) {
    return precision.rounding(roundings, magnitude);
  }

  private Estimate estimate(double value, double error, int additions, boolean undecidable) {
    return new Estimate(value, error(value, error, additions), undecidable);
  }

  /** The error rounded up, by more than that many additions and what goes with them lose. */
  private double error(double value, double error, int additions) {
    double roundedUp = error * (1.0 + (additions + OWN_OPERATIONS) * OWN_ROUNDING);
    boolean overflow = precision.overflows(StrictMath.abs(value) + roundedUp);
    return overflow ? Double.POSITIVE_INFINITY : Estimate.known(value, roundedUp);
  }
}
