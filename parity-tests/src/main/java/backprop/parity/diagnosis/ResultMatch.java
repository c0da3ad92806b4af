package backprop.parity.diagnosis;

import backprop.parity.model.Case;
import backprop.parity.model.Result;

/** Whether two answers to a case are the same but for rounding. */
@FunctionalInterface
public interface ResultMatch {
  /**
   * Compares what both give; the one is computed by loops, right or with mistakes.
   *
   * @param expected may have more steps than the other
   * @param actual of the candidate
   */
  boolean matches(Case question, Result expected, Result actual);
}
