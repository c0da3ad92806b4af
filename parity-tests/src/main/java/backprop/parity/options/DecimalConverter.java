package backprop.parity.options;

import backprop.parity.io.DecimalNotation;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number as people write it, for an option. */
public final class DecimalConverter implements ITypeConverter<Double> {
  private static final Pattern ZERO = Pattern.compile("[+-]?[0.]+([eE].*)?");

  @Override
  public Double convert(String text) {
    if (!expected(text).isEmpty()) {
      throw new TypeConversionException(expected(text));
    }
    return Double.valueOf(text);
  }

  /** What a text that is no such number should have been; empty if it is one. */
  public static String expected(String text) {
    String expected = "a decimal number such as 0.1";
    if (!DecimalNotation.holds(text)) {
      return expected;
    }
    double number = Double.parseDouble(text);
    if (Double.isInfinite(number)) {
      return expected + ", nearer to 0";
    }
    return number == 0.0 && !ZERO.matcher(text).matches() ? expected + ", farther from 0" : "";
  }
}
