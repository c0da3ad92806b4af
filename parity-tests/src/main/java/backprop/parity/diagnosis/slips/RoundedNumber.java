package backprop.parity.diagnosis.slips;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** A number that is right as far as it goes. */
public final class RoundedNumber {
  /** One digit is right by chance too often. */
  private static final int FEWEST_DIGITS = 2;

  private static final int MOST_DIGITS = 15;

  /** Fewer of them are right by chance. */
  private static final int FEWEST_DIGITS_ABOUT = 4;

  private static final int SINGLE_PRECISION = 7;

  private RoundedNumber() {}

  /** Such as {@code right to 6 digits: is it rounded?}; empty if it is not that. */
  public static Optional<String> digits(double expected, double found) {
    if (!Double.isFinite(expected) || !Double.isFinite(found) || expected == found) {
      return Optional.empty();
    }
    for (int digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++) {
      if (isRounded(expected, found, digits)) {
        return Optional.of("right to %d digits: is it rounded?".formatted(digits));
      }
    }
    if ((double) (float) expected == found) {
      return Optional.of("right in single precision: is it a float?");
    }
    return Optional.empty();
  }

  /**
   * Such as {@code right to about 6 digits: a numerical derivative, or a rounded constant?}; empty if
   * it is right to fewer than {@value #FEWEST_DIGITS_ABOUT}.
   */
  public static Optional<String> about(double expected, double found) {
    double error = StrictMath.abs(found - expected) / StrictMath.abs(expected);
    int digits = (int) StrictMath.floor(-StrictMath.log10(error));
    if (!Double.isFinite(error) || error == 0.0 || digits < FEWEST_DIGITS_ABOUT) {
      return Optional.empty();
    }
    String more =
        digits == SINGLE_PRECISION || digits == SINGLE_PRECISION - 1 ? ", or a float" : "";
    String sentence = "right to about %d digits: a numerical derivative, or a rounded constant%s?";
    return Optional.of(sentence.formatted(digits, more));
  }

  private static boolean isRounded(double expected, double found, int digits) {
    BigDecimal exact = new BigDecimal(expected);
    for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.DOWN}) {
      if (exact.round(new MathContext(digits, mode)).doubleValue() == found) {
        return true;
      }
    }
    return false;
  }
}
