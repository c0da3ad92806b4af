package backprop.parity.fuzz;

import backprop.parity.fuzz.FuzzTrial.Outcome;
import backprop.parity.model.Case;
import backprop.parity.suites.RandomCases;
import backprop.parity.suites.Selection;
import backprop.parity.verdict.CaseComparison;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Draws random networks until a candidate fails on one, then makes that one small. */
public final class Fuzzer {
  /** So that a selection which almost no random network meets ends, too. */
  private static final int MOST_DRAWS_PER_CASE = 10_000;

  private static final int MOST_SHRINKING_TRIES = 20_000;

  /** Each of them starts the program anew, and may last until the time-out. */
  private static final int MOST_TRIES_OF_BREAKDOWNS = 100;

  private final FuzzTrial trial;
  private final Selection selection;
  private final Consumer<String> progress;
  private int agreed;
  private int unsupported;

  /**
   * @param selection which cases the candidate is to be asked
   * @param progress hears what is going on
   */
  public Fuzzer(FuzzTrial trial, Selection selection, Consumer<String> progress) {
    this.trial = trial;
    this.selection = selection;
    this.progress = progress;
  }

  /**
   * A failure, before and after.
   *
   * @param outcome how the candidate failed
   * @param repeatable whether it fails again on the same network
   * @param tries how many smaller networks were tried
   * @param comparison of the smallest network with the loops, if there was an answer
   * @param breakdown what was said of it, if there was none
   */
  public record Failure(
      Case found,
      Case smallest,
      Outcome outcome,
      boolean repeatable,
      int tries,
      Optional<CaseComparison> comparison,
      String breakdown) {}

  /** The first failure among so many random networks; the same seed gives the same. */
  public Optional<Failure> run(long seed, int count) {
    RandomCases random = new RandomCases(seed);
    for (int number = 1; number <= count; number++) {
      Optional<Case> question = next(random);
      if (question.isEmpty()) {
        return Optional.empty();
      }
      progress.accept("network %d of %d".formatted(number, count));
      Outcome outcome = trial.ask(question.get());
      switch (outcome) {
        case AGREES -> agreed++;
        case UNSUPPORTED -> unsupported++;
        case DISAGREES, BROKE_DOWN -> {
          return Optional.of(shrunk(question.get(), outcome));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Case> next(RandomCases random) {
    for (int draw = 0; draw < MOST_DRAWS_PER_CASE; draw++) {
      Case question = selection.adapted(random.next());
      if (selection.accepts(question)) {
        return Optional.of(question);
      }
    }
    return Optional.empty();
  }

  /** Smaller networks must fail in the same way: a wrong number is not to turn into a crash. */
  private Failure shrunk(Case found, Outcome outcome) {
    Failure first = failure(found, found, outcome, false, 0);
    if (trial.ask(found) != outcome) {
      return first;
    }
    int[] tries = {0};
    Predicate<Case> fails =
        smaller -> {
          tries[0]++;
          progress.accept("a smaller network, try %d".formatted(tries[0]));
          return selection.accepts(smaller) && trial.ask(smaller) == outcome;
        };
    int most = outcome == Outcome.BROKE_DOWN ? MOST_TRIES_OF_BREAKDOWNS : MOST_SHRINKING_TRIES;
    Case smallest = new Shrinker(fails, most).shrink(found);
    boolean again = trial.ask(smallest) == outcome;
    return again ? failure(found, smallest, outcome, true, tries[0]) : first;
  }

  private Failure failure(
      Case found, Case smallest, Outcome outcome, boolean repeatable, int tries) {
    return new Failure(
        found, smallest, outcome, repeatable, tries, trial.comparison(), trial.breakdown());
  }

  /** On how many networks the candidate agreed. */
  public int agreed() {
    return agreed;
  }

  /** How many networks it does not support. */
  public int unsupported() {
    return unsupported;
  }
}
