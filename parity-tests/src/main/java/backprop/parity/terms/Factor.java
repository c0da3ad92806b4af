package backprop.parity.terms;

/**
 * A named number.
 *
 * @param name as the loops write it, with its indices
 * @param numbers what it is made of, such as {@code 0.3*(-0.107591)}; most often just the value
 */
public record Factor(String name, double value, String numbers) {
  /** A number that is made of nothing else. */
  public Factor(String name, double value) {
    this(name, value, NumberText.brief(value));
  }
}
