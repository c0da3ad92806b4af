package backprop.parity.fuzz;

import backprop.parity.diagnosis.Observation;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.NoUsableAnswer;
import backprop.parity.verdict.BitComparison;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks a candidate one case after the other, and starts it anew whenever it has broken down. */
public final class FuzzTrial implements AutoCloseable {
  /** How one case ended. */
  public enum Outcome {
    AGREES,
    DISAGREES,
    UNSUPPORTED,
    /** It crashed, fell silent, or said what is not an answer. */
    BROKE_DOWN
  }

  private static final int MOST_OBSERVATIONS = 200;

  private final Supplier<Candidate> start;
  private final Precision precision;
  private final boolean bits;
  private final LoopsSource loops = new LoopsSource();
  private Candidate candidate;
  private final Deque<Observation> observations = new ArrayDeque<>();

  /** The first network that failed tells more than the small ones made of it. */
  private Optional<Observation> firstFailing = Optional.empty();

  private Optional<CaseComparison> comparison = Optional.empty();
  private String breakdown = "";

  /**
   * @param start starts the candidate
   */
  public FuzzTrial(Supplier<Candidate> start, Precision precision) {
    this(start, precision, false);
  }

  /**
   * The same for a candidate that may have to be exact.
   *
   * @param bits whether every number must have the bits of the loops
   */
  FuzzTrial(Supplier<Candidate> start, Precision precision, boolean bits) {
    this.start = start;
    this.precision = precision;
    this.bits = bits;
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
      boolean agrees = agrees(compared);
      Observation observation = new Observation(question, result.get());
      remember(observation);
      if (firstFailing.isEmpty() && !agrees) {
        firstFailing = Optional.of(observation);
      }
      return agrees ? Outcome.AGREES : Outcome.DISAGREES;
    } catch (NoUsableAnswer problem) {
      breakdown = problem.getMessage();
      close();
      return Outcome.BROKE_DOWN;
    }
  }

  private boolean agrees(CaseComparison compared) {
    return bits
        ? BitComparison.withEitherZero(compared.expected(), compared.actual())
            .firstDifference()
            .isEmpty()
        : compared.agrees();
  }

  /** The last case held against the loops; empty if there was no answer to hold. */
  public Optional<CaseComparison> comparison() {
    return comparison;
  }

  private void remember(Observation observation) {
    observations.addLast(observation);
    if (observations.size() > MOST_OBSERVATIONS) {
      observations.removeFirst();
    }
  }

  /** The candidate's answers to the latest cases, from which its mistake can be told. */
  public List<Observation> observations() {
    return Stream.concat(firstFailing.stream(), observations.stream()).distinct().toList();
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
