package backprop.parity.diagnosis;

import backprop.parity.diagnosis.mistakes.AnswerDistance;
import backprop.parity.model.Case;
import backprop.parity.model.Result;

/** The same but for rounding, roughly: enough for answers that the faulty loops gave themselves. */
public final class RelativeMatch implements ResultMatch {
  /** Mild cases of a few terms round to a few units of 1e-16; the smallest mistake is 1e-8. */
  private static final double TOLERANCE = 1e-12;

  @Override
  public boolean matches(Case question, Result expected, Result actual) {
    return AnswerDistance.largest(expected, actual) <= TOLERANCE;
  }
}
