package backprop.parity.terms;

/**
 * A number that has a name.
 *
 * @param numbers what it is made of, such as {@code 0.3*(-0.107591)}; most often just the value
 */
public record Factor(Name name, double value, String numbers) {
  /** A number that is made of nothing else. */
  public Factor(Name name, double value) {
    this(name, value, NumberText.brief(value));
  }

  /** One that everybody calls the same, such as {@code factor}. */
  static Factor named(String word, double value) {
    return new Factor(new Name.Word(word), value);
  }
}
