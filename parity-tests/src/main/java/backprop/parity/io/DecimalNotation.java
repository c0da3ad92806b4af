package backprop.parity.io;

import java.util.regex.Pattern;

/** A number as people write it: what only Java takes for one, as 1d or 0x1p-3, is none. */
public final class DecimalNotation {
  // Nothing is tried twice, or a million digits before a letter would take a million times as long.
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?+([0-9]++(\\.[0-9]*+)?+|\\.[0-9]++)([eE][+-]?+[0-9]++)?+");

  private DecimalNotation() {}

  /** Whether a text is such a number, of whatever size. */
  public static boolean holds(String text) {
    return DECIMAL.matcher(text).matches();
  }
}
