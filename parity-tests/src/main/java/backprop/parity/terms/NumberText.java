package backprop.parity.terms;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as text, the same on every JVM: {@code Double.toString} changed with JDK 19. */
public final class NumberText {
  private NumberText() {}

  /** About six digits, for reading. */
  public static String brief(double number) {
    return rounded(number, 6);
  }

  /** The same behind an operator, where a negative number needs parentheses. */
  public static String inParentheses(double number) {
    return inParentheses(brief(number));
  }

  /** The same with a number that is text already. */
  static String inParentheses(String text) {
    return text.startsWith("-") ? "(" + text + ")" : text;
  }

  /**
   * Enough digits, six or more, to be told from another number.
   *
   * @param other any number; the same one makes no difference
   */
  public static String toldFrom(double other, double number) {
    for (int digits = 6; digits < 17; digits++) {
      if (!rounded(number, digits).equals(rounded(other, digits))) {
        return rounded(number, digits);
      }
    }
    return Double.compare(number, other) == 0 ? brief(number) : rounded(number, 17);
  }

  /** As few digits as read back as the same bits, 15 to 17. */
  public static String full(double number) {
    for (int digits = 15; digits < 17; digits++) {
      String text = rounded(number, digits);
      if (Double.parseDouble(text) == number) {
        return text;
      }
    }
    return rounded(number, 17);
  }

  /** The 64 bits in hexadecimal; all NaN are one. */
  public static String bits(double number) {
    return String.format(Locale.ROOT, "%016x", Double.doubleToLongBits(number));
  }

  /** That many significant digits, without zeros at the end. */
  public static String rounded(double number, int digits) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.toString(number);
    }
    if (number == 0.0) {
      return 1.0 / number < 0.0 ? "-0" : "0";
    }
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(digits)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < digits + 3) {
      return rounded.toPlainString();
    }
    String mantissa = rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    return mantissa + "e" + exponent;
  }
}
