package backprop.parity.fuzz;

import backprop.parity.cases.Case;
import backprop.parity.cases.Result;
import backprop.parity.oracle.CaseComparison;
import backprop.parity.oracle.Precision;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.NoUsableAnswer;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks a candidate one case after the other, and starts it anew whenever it has broken down. */
public final class Trial implements AutoCloseable {
  /** How one case ended. */
  public enum Outcome {
    AGREES,
    DISAGREES,
    UNSUPPORTED,
    /** It crashed, fell silent, or said what is not an answer. */
    BROKE_DOWN
  }

  private final Supplier<Candidate> start;
  private final Precision precision;
  private final LoopsSource loops = new LoopsSource();
  private Candidate candidate;
  private Optional<CaseComparison> comparison = Optional.empty();
  private String breakdown = "";

  /**
   * @param start starts the candidate
   */
  public Trial(Supplier<Candidate> start, Precision precision) {
    this.start = start;
    this.precision = precision;
  }

  /** Asks one case. */
  public Outcome ask(Case question) {
    comparison = Optional.empty();
    try {
      if (candidate == null) {
        candidate = start.get();
      }
      Optional<Result> result = candidate.answer(question).result();
      if (result.isEmpty()) {
        return Outcome.UNSUPPORTED;
      }
      Result expected = loops.answer(question);
      CaseComparison compared = new CaseComparison(question, expected, result.get(), precision);
      comparison = Optional.of(compared);
      return compared.agrees() ? Outcome.AGREES : Outcome.DISAGREES;
    } catch (NoUsableAnswer problem) {
      breakdown = problem.getMessage();
      close();
      return Outcome.BROKE_DOWN;
    }
  }

  /** The last case held against the loops; empty if there was no answer to hold. */
  public Optional<CaseComparison> comparison() {
    return comparison;
  }

  /** What was said of the last breakdown. */
  public String breakdown() {
    return breakdown;
  }

  @Override
  public void close() {
    if (candidate != null) {
      candidate.close();
      candidate = null;
    }
  }
}
