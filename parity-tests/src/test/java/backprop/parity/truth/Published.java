package backprop.parity.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What others printed, held to every digit they printed. */
final class Published {
  /** No published number is the end of a longer chain of roundings than this. */
  private static final double ROUNDINGS = 16.0;

  /** With fewer digits nobody has printed a double in full. */
  private static final int SHORT = 10;

  private Published() {}

  /** Rounded or cut off to as many decimals as were printed, it is what was printed. */
  static void assertDigits(String what, double actual, String printed) {
    assertThat(hasDigits(actual, printed))
        .as("%s: printed %s, computed %s", what, printed, actual)
        .isTrue();
  }

  /** Whether rounding or cutting off gives what was printed. */
  static boolean hasDigits(double actual, String printed) {
    BigDecimal expected = new BigDecimal(printed);
    BigDecimal exact = new BigDecimal(actual);
    return exact.setScale(expected.scale(), RoundingMode.HALF_EVEN).compareTo(expected) == 0
        || exact.setScale(expected.scale(), RoundingMode.DOWN).compareTo(expected) == 0;
  }

  /** The digits of a whole matrix, row by row. */
  static void assertDigits(String what, double[][] actual, String[][] printed) {
    assertThat(actual).as(what).hasDimensions(printed.length, printed[0].length);
    for (int j = 0; j < printed.length; j++) {
      for (int i = 0; i < printed[0].length; i++) {
        assertDigits("%s[%d][%d]".formatted(what, j, i), actual[j][i], printed[j][i]);
      }
    }
  }

  /**
   * Doubles printed in full: equal but for the roundings on the way, each 2⁻⁵³ of its number at
   * most, and for what the printing cut off. Short numbers are meant exactly.
   *
   * @param cancellation how many times larger the added terms are than their sum
   */
  static void assertRoundings(
      String what, double[][] actual, String[][] printed, double cancellation) {
    assertThat(actual).as(what).hasDimensions(printed.length, printed[0].length);
    for (int j = 0; j < printed.length; j++) {
      for (int i = 0; i < printed[0].length; i++) {
        BigDecimal expected = new BigDecimal(printed[j][i]);
        double roundings = ROUNDINGS * 0x1p-53 * cancellation * expected.abs().doubleValue();
        BigDecimal cutOff = expected.precision() < SHORT ? BigDecimal.ZERO : expected.ulp();
        BigDecimal bound = new BigDecimal(roundings).add(cutOff);
        assertThat(new BigDecimal(actual[j][i]).subtract(expected).abs())
            .as("%s[%d][%d]: printed %s, computed %s", what, j, i, expected, actual[j][i])
            .isLessThanOrEqualTo(bound);
      }
    }
  }

  /** The same for a single number. */
  static void assertRoundings(String what, double actual, String printed, double cancellation) {
    assertRoundings(what, new double[][] {{actual}}, new String[][] {{printed}}, cancellation);
  }
}
