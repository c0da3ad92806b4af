package backprop.parity.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number as people write it: what only Java takes for one, as 1d or 0x1p-3, is none. */
final class DecimalNumber implements ITypeConverter<Double> {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern ZERO = Pattern.compile("[+-]?[0.]+([eE].*)?");

  @Override
  public Double convert(String text) {
    if (!expected(text).isEmpty()) {
      throw new TypeConversionException(expected(text));
    }
    return Double.valueOf(text);
  }

  /** What a text that is no such number should have been; empty if it is one. */
  static String expected(String text) {
    String expected = "a decimal number such as 0.1";
    if (!DECIMAL.matcher(text).matches()) {
      return expected;
    }
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      return expected + ", nearer to 0";
    }
    return number == 0.0 && !ZERO.matcher(text).matches() ? expected + ", farther from 0" : "";
  }
}
