package backprop.parity.diagnosis;

import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.SideBySide;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Right numbers that were printed with too few digits.
 *
 * @param digits the most that any of them has
 * @param behindThePoint whether they are counted from the decimal point on, and not from the first
 *     that is not 0
 */
public record PrintedDigits(int digits, boolean behindThePoint) {
  /** A number of double precision has 15 digits at least; with all of them it has up to 17. */
  private static final int MOST = 15;

  private static final int MOST_BEHIND_THE_POINT = 16;

  /** Nine name a number of single precision. */
  private static final int MOST_OF_SINGLE = 9;

  /** So many numbers are not all short by chance. */
  private static final int FEWEST_NUMBERS = 12;

  private record Pair(double expected, double actual) {
    BigDecimal written() {
      return new BigDecimal(Double.toString(actual)).stripTrailingZeros();
    }

    boolean differsByUpTo(double places) {
      return StrictMath.abs(actual - expected) <= StrictMath.pow(10.0, places);
    }

    /** A trailing zero is not printed by all, so the last place may be one further on. */
    boolean isRightToItsDigits() {
      double first = expected == 0.0 ? 0.0 : StrictMath.log10(StrictMath.abs(expected));
      return differsByUpTo(StrictMath.floor(first) - written().precision() + 2.0);
    }
  }

  /** Empty if a number is wrong in another way. */
  public static Optional<PrintedDigits> of(List<CaseComparison> wrong) {
    List<Pair> pairs = new ArrayList<>();
    boolean[] finite = {true};
    for (CaseComparison one : wrong) {
      SideBySide.visit(
          one.expected(),
          one.actual(),
          (entry, expected, actual) -> {
            finite[0] &= Double.isFinite(actual);
            if (finite[0] && !one.allowance(entry).agrees(actual, expected)) {
              pairs.add(new Pair(expected, actual));
            }
          });
    }
    if (!finite[0] || pairs.size() < FEWEST_NUMBERS) {
      return Optional.empty();
    }
    int behind = pairs.stream().mapToInt(pair -> pair.written().scale()).max().orElseThrow();
    boolean cut = behind <= MOST_BEHIND_THE_POINT;
    if (cut && pairs.stream().allMatch(pair -> pair.differsByUpTo(-behind))) {
      return Optional.of(new PrintedDigits(behind, true));
    }
    int most = pairs.stream().mapToInt(pair -> pair.written().precision()).max().orElseThrow();
    return most <= MOST && pairs.stream().allMatch(Pair::isRightToItsDigits)
        ? Optional.of(new PrintedDigits(most, false))
        : Optional.empty();
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
              any[0] = !single && new Pair(expected, actual).written().precision() > MOST_OF_SINGLE;
            }
          });
    }
    return any[0];
  }

  /** What is said of it. */
  public FaultPattern pattern() {
    String sentence =
        "all numbers are right to %d digits%s, and have no more: they are printed short";
    return new FaultPattern(
        sentence.formatted(digits, behindThePoint ? " behind the point" : ""),
        "Print 17 digits, as %.17g does: fewer do not name a number of double precision.");
  }
}
