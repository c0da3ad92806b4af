package backprop.parity.training.report;

import backprop.parity.model.Printable;
import backprop.parity.terms.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers and names as the report words them. */
final class ReportWording {
  private static final int LONGEST_NAME = 40;
  private static final int DIGITS = 4;

  private ReportWording() {}

  /** About four digits. */
  static String number(double number) {
    if (Double.isNaN(number)) {
      return "not a number";
    }
    if (Double.isInfinite(number)) {
      return number > 0.0 ? "∞" : "−∞";
    }
    return NumberText.rounded(number, DIGITS).replace('-', '−');
  }

  /** In percent; never 100 or 0 unless it is. */
  static String percent(double percent) {
    if (!Double.isFinite(percent)) {
      return number(percent);
    }
    if (percent > 99.9 && percent < 100.0) {
      return "over 99.9 %";
    }
    if (percent > 0.0 && percent < 0.1) {
      return "under 0.1 %";
    }
    if (percent == 0.0 || percent == 100.0) {
      return (int) percent + " %";
    }
    return new BigDecimal(percent).setScale(1, RoundingMode.HALF_EVEN).toPlainString() + " %";
  }

  /** How large a part is of a whole. */
  static String share(int part, int whole) {
    return whole == 0 ? "–" : percent(100.0 * part / whole);
  }

  /** A name that may be as long as it likes. */
  static String name(String name) {
    return Printable.shortened(name, LONGEST_NAME);
  }

  /** With a capital in front and a full stop behind, as it may stand between others. */
  static String sentence(String text) {
    if (text.isBlank()) {
      return "";
    }
    int second = text.offsetByCodePoints(0, 1);
    String end = text.endsWith(".") || text.endsWith("!") ? "" : ".";
    return text.substring(0, second).toUpperCase(Locale.ROOT) + text.substring(second) + end;
  }
}
