package backprop.parity.terms;

import java.util.List;

/**
 * A sentence that speaks of numbers by name. Immutable.
 *
 * @param format with a {@code %s} for each name
 */
public record Sentence(String format, List<Name> names) {
  public Sentence {
    names = List.copyOf(names);
  }

  /** A sentence, with as many names as it has places for them. */
  public static Sentence of(String format, Name... names) {
    return new Sentence(format, List.of(names));
  }

  /** As this reader writes it. */
  public String in(Notation notation) {
    return format.formatted(names.stream().map(name -> name.in(notation)).toArray());
  }
}
