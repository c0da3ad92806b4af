package backprop.parity.model;

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
}
