package backprop.parity.verdict;

import static java.util.stream.Collectors.joining;

import backprop.parity.terms.Derivation;
import backprop.parity.terms.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be said about a candidate.
 *
 * @param casesSkipped which it said it does not support
 * @param undecidable entries accepted either way, because rounding can cross a kink there
 * @param worst empty if nothing was compared
 * @param rightIn the coarser precision in which everything would agree, if there is one
 * @param pattern what the wrong blocks have in common, empty if nothing
 * @param mistakes names of known mistakes that reproduce the candidate's numbers
 * @param note whatever else there is to know, in sentences; may be empty
 */
public record Verdict(
    Kind kind,
    int casesCompared,
    int casesSkipped,
    int entriesCompared,
    int identicalBits,
    int undecidable,
    Optional<ComparedEntry> worst,
    Optional<Divergence> firstDivergence,
    Optional<Precision> rightIn,
    Optional<String> pattern,
    List<String> mistakes,
    String note) {

  /** The same with the names of the mistakes that explain it. */
  public Verdict withMistakes(List<String> names) {
    return diagnosed(names, "");
  }

  /** The same with the names of the mistakes that explain it, and in which variant and where. */
  public Verdict diagnosed(List<String> names, String detail) {
    String where =
        detail.isEmpty() || names.isEmpty() ? "" : "%s: %s.".formatted(names.get(0), detail);
    String more = Stream.of(where, note).filter(text -> !text.isEmpty()).collect(joining(" "));
    return new Verdict(
        kind,
        casesCompared,
        casesSkipped,
        entriesCompared,
        identicalBits,
        undecidable,
        worst,
        firstDivergence,
        names.isEmpty() ? rightIn : Optional.empty(),
        pattern,
        List.copyOf(names),
        more);
  }

  /** How it ends. */
  public enum Kind {
    /** Rounding explains every difference. */
    AGREES,
    /** Rounding does, except where a careless formula meets an ill-conditioned network. */
    FRAGILE,
    /** Some difference is more than rounding. */
    DISAGREES,
    /** There was nothing that could be compared. */
    NO_ANSWER
  }

  /**
   * Where the candidate first parts from the loops.
   *
   * @param terms that should have been there
   * @param slip how this one number may have come about
   */
  public record Divergence(ComparedEntry entry, Derivation terms, Optional<Sentence> slip) {}
}
