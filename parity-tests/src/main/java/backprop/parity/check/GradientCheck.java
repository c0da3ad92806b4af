package backprop.parity.check;

import backprop.parity.diagnosis.BoundMatch;
import backprop.parity.diagnosis.Diagnosis;
import backprop.parity.diagnosis.Observation;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import backprop.parity.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code check} says of an implementation, for any Java caller: whether it is right, where it
 * first departs from the loops, and which known mistakes explain it.
 *
 * <pre>
 * GradientCheck check = new GradientCheck(Precision.DOUBLE);
 * for (Case question : DefaultSuite.cases()) {
 *   check.add(question, Result.of(question, myWeightGradients, myBiasGradients));
 * }
 * Verdict verdict = check.verdict();
 * </pre>
 */
public final class GradientCheck {
  private final Precision precision;
  private final LoopsSource loops = new LoopsSource();
  private final VerdictTally tally = new VerdictTally();
  private final List<Observation> observations = new ArrayList<>();

  /**
   * A check in which nothing is compared yet.
   *
   * @param precision in which the implementation computes
   */
  public GradientCheck(Precision precision) {
    this.precision = precision;
  }

  /** The verdict on a source that computes in double precision, on the whole built-in suite. */
  public static Verdict of(GradientSource source) {
    GradientCheck check = new GradientCheck(Precision.DOUBLE);
    DefaultSuite.cases().forEach(question -> check.add(question, source.answer(question)));
    return check.verdict();
  }

  /**
   * Compares the answer to a case on which every correct implementation agrees.
   *
   * @throws IllegalArgumentException if the answer does not have the shapes of the case
   */
  public CaseComparison add(Case question, Result answer) {
    CaseComparison comparison = compare(question, answer);
    add(comparison, false);
    return comparison;
  }

  /**
   * Holds an answer against the loops, without a word in the verdict yet.
   *
   * @throws IllegalArgumentException if the answer does not have the shapes of the case
   */
  CaseComparison compare(Case question, Result answer) {
    return new CaseComparison(question, loops.answer(question), answer, precision);
  }

  /**
   * Lets a comparison count.
   *
   * @param stress whether the case is ill-conditioned, so that a careless formula may leave the bound
   */
  void add(CaseComparison comparison, boolean stress) {
    observations.add(new Observation(comparison.question(), comparison.given()));
    if (stress) {
      tally.addStress(comparison);
    } else {
      tally.add(comparison);
    }
  }

  /** Counts a case that the implementation does not support. */
  public void skip() {
    tally.skip();
  }

  /** The verdict on everything so far, with the names of the mistakes that explain it. */
  public Verdict verdict() {
    return verdict(observations);
  }

  /**
   * The same, with the mistakes sought in more than what was compared.
   *
   * @param known everything that the implementation is known to answer
   */
  public Verdict verdict(List<Observation> known) {
    Verdict verdict = tally.verdict(FirstDivergence::of);
    if (verdict.kind() != Verdict.Kind.DISAGREES) {
      return verdict;
    }
    Diagnosis diagnosis = Diagnosis.of(known, new BoundMatch(precision));
    boolean otherPrecision = precision == Precision.DOUBLE && verdict.rightIn().isEmpty();
    if (diagnosis.names().isEmpty() && otherPrecision) {
      Diagnosis single = Diagnosis.of(known, new BoundMatch(Precision.FLOAT));
      String detail = single.detail().isEmpty() ? "" : single.detail() + ", ";
      return verdict.diagnosed(single.names(), detail + "computed in single precision");
    }
    return verdict.diagnosed(diagnosis.names(), diagnosis.detail());
  }

  /** The verdict on an implementation that gave up on the way. */
  public Verdict noAnswer(String sentence) {
    return tally.noAnswer(sentence);
  }
}
