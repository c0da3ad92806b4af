package backprop.parity.model;

import java.util.Locale;

/** A number of things in words: "1 row", "2 rows". */
public final class Plural {
  private Plural() {}

  /**
   * How many there are.
   *
   * @param thing its singular; its plural must be regular
   */
  public static String of(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /** The same with commas in large numbers: "1,797 samples". */
  public static String grouped(int number, String thing) {
    return grouped(number) + " " + thing + (number == 1 ? "" : "s");
  }

  /** A number with commas: "1,797". */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
