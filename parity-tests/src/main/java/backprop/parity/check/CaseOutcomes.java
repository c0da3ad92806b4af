package backprop.parity.check;

import backprop.parity.check.CaseOutcome.Kind;
import backprop.parity.model.Case;
import backprop.parity.model.Plural;
import backprop.parity.terms.NumberText;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.ComparedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects how every case ended, in the order in which they are asked. */
final class CaseOutcomes {
  private final ExpectedFailures expected;
  private final List<CaseOutcome> outcomes = new ArrayList<>();

  CaseOutcomes(ExpectedFailures expected) {
    this.expected = expected;
  }

  /**
   * A case that was compared.
   *
   * @param stress whether the case is ill-conditioned, so that a careless formula may leave the bound
   * @return whether it belongs to the verdict: one that disagrees as expected does not
   */
  boolean add(CaseComparison comparison, boolean stress) {
    String name = comparison.question().name();
    boolean listed = expected.contains(name);
    Optional<ComparedEntry> first = comparison.firstDivergence();
    if (first.isEmpty()) {
      String message = listed ? "it agrees, although it is listed among the expected failures" : "";
      outcomes.add(new CaseOutcome(name, listed ? Kind.AGREES_UNEXPECTEDLY : Kind.AGREES, message));
      return true;
    }
    boolean fragile = stress && comparison.carelessFormula().isPresent();
    Kind kind = fragile ? Kind.AGREES : listed ? Kind.DISAGREES_AS_EXPECTED : Kind.DISAGREES;
    outcomes.add(new CaseOutcome(name, kind, sentence(first.get())));
    return kind != Kind.DISAGREES_AS_EXPECTED;
  }

  private static String sentence(ComparedEntry entry) {
    return "%s, step %d: expected %s, found %s"
        .formatted(
            entry.entry().name(),
            entry.step(),
            NumberText.full(entry.expected()),
            NumberText.full(entry.actual()));
  }

  /** A case that the program does not support. */
  void skip(Case question) {
    outcomes.add(new CaseOutcome(question.name(), Kind.SKIPPED, "the program does not support it"));
  }

  /** The case at which the program broke down, and all that were to follow. */
  void breakDown(List<Case> questions, String sentence) {
    for (Case question : questions.subList(outcomes.size(), questions.size())) {
      boolean first = outcomes.stream().noneMatch(outcome -> outcome.kind() == Kind.NO_ANSWER);
      outcomes.add(
          first
              ? new CaseOutcome(question.name(), Kind.NO_ANSWER, sentence)
              : new CaseOutcome(question.name(), Kind.NOT_ASKED, "the program had broken down"));
    }
  }

  List<CaseOutcome> all() {
    return List.copyOf(outcomes);
  }

  /** Whether a case agrees that is on the list of those that may disagree. */
  boolean agreedUnexpectedly() {
    return !named(Kind.AGREES_UNEXPECTEDLY).isEmpty();
  }

  /** Whether cases disagree as expected and nothing else was compared. */
  boolean onlyExpectedFailures() {
    boolean other =
        outcomes.stream()
            .anyMatch(
                one -> one.kind() != Kind.SKIPPED && one.kind() != Kind.DISAGREES_AS_EXPECTED);
    return !other && !named(Kind.DISAGREES_AS_EXPECTED).isEmpty();
  }

  /** What there is to say of the expected failures, in sentences. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    int disagree = named(Kind.DISAGREES_AS_EXPECTED).size();
    if (disagree > 0) {
      String cases = Plural.of(disagree, "case");
      notes.add("Not judged: %s on the list of expected failures.".formatted(cases));
    }
    for (String name : named(Kind.AGREES_UNEXPECTEDLY)) {
      notes.add("Case %s agrees: take it off the list of expected failures.".formatted(name));
    }
    return notes;
  }

  private List<String> named(Kind kind) {
    return outcomes.stream()
        .filter(outcome -> outcome.kind() == kind)
        .map(CaseOutcome::name)
        .toList();
  }
}
