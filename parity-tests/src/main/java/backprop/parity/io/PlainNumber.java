package backprop.parity.io;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.io.NumberOutput;

/** A number as languages without JSON print it: in decimals, as C's {@code %a}, or not finite. */
final class PlainNumber {
  /** NaN may carry its payload, as in {@code nan(0x8000000000000)}. */
  private static final Pattern NOT_A_NUMBER =
      Pattern.compile("[+-]?(nan(\\([0-9a-z_]*\\))?|1\\.#(qnan|snan|ind)[0-9]*)");

  private static final Pattern INFINITE = Pattern.compile("([+-]?)(inf|infinity|1\\.#inf[0-9]*)");

  private PlainNumber() {}

  /** The shortest decimal that reads back as the same bits, the same on every Java. */
  static String write(double number) {
    return NumberOutput.toString(number, true);
  }

  /** The number; empty if the word is none. */
  static OptionalDouble read(String word) {
    if (DecimalNotation.holds(word) || JsonCursor.HEX_FLOAT.matcher(word).matches()) {
      return OptionalDouble.of(Double.parseDouble(word));
    }
    String small = word.toLowerCase(Locale.ROOT);
    if (NOT_A_NUMBER.matcher(small).matches()) {
      return OptionalDouble.of(Double.NaN);
    }
    Matcher infinite = INFINITE.matcher(small);
    if (infinite.matches()) {
      boolean negative = infinite.group(1).equals("-");
      return OptionalDouble.of(negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    return OptionalDouble.empty();
  }
}
