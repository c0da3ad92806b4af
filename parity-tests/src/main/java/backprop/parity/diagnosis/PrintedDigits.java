package backprop.parity.diagnosis;

import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.SideBySide;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Right numbers that were printed with too few digits.
 *
 * @param digits the most that any of them has
 */
public record PrintedDigits(int digits) {
  /** Nine name a number of single precision; more are no habit of any language's printing. */
  private static final int MOST = 9;

  /** So many numbers are not all short by chance. */
  private static final int FEWEST_NUMBERS = 12;

  public static Optional<PrintedDigits> of(List<CaseComparison> wrong) {
    int[] numbers = {0};
    int[] most = {0};
    boolean[] right = {true};
    for (CaseComparison one : wrong) {
      SideBySide.visit(
          one.expected(),
          one.actual(),
          (entry, expected, actual) -> {
            if (Double.isFinite(actual) && !one.allowance(entry).agrees(actual, expected)) {
              int digits = digits(actual);
              numbers[0]++;
              most[0] = StrictMath.max(most[0], digits);
              // A trailing zero is not printed by all, so the last place may be one further on.
              double unit = StrictMath.pow(10.0, magnitude(expected) - digits + 2.0);
              right[0] &= StrictMath.abs(actual - expected) <= unit;
            } else {
              right[0] &= Double.isFinite(actual);
            }
          });
    }
    boolean few = most[0] > 0 && most[0] <= MOST && numbers[0] >= FEWEST_NUMBERS;
    return few && right[0] ? Optional.of(new PrintedDigits(most[0])) : Optional.empty();
  }

  /** Whether a wrong gradient has digits that no number of single precision has. */
  public static boolean areOfDouble(List<CaseComparison> wrong) {
    boolean[] any = {false};
    for (CaseComparison one : wrong) {
      SideBySide.visit(
          one.expected(),
          one.actual(),
          (entry, expected, actual) -> {
            if (!any[0] && entry.isGradient() && !one.allowance(entry).agrees(actual, expected)) {
              boolean single = !Double.isFinite(actual) || actual == (float) actual;
              any[0] = !single && digits(actual) > MOST;
            }
          });
    }
    return any[0];
  }

  private static int digits(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().precision();
  }

  private static double magnitude(double number) {
    return number == 0.0 ? 0.0 : StrictMath.floor(StrictMath.log10(StrictMath.abs(number)));
  }

  FaultPattern pattern() {
    return new FaultPattern(
        "all numbers are right to %d digits, and have no more: they are printed short"
            .formatted(digits),
        "Print 17 digits, as %.17g does: fewer do not name a number of double precision.");
  }
}
