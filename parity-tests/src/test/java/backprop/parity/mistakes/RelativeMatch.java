package backprop.parity.mistakes;

import backprop.parity.cases.Case;
import backprop.parity.cases.Result;

/** The same but for rounding, roughly: enough for answers that the faulty loops gave themselves. */
final class RelativeMatch implements ResultMatch {
  /** Mild cases of a few terms round to a few units of 1e-16; the smallest mistake is 1e-8. */
  private static final double TOLERANCE = 1e-12;

  @Override
  public boolean matches(Case question, Result expected, Result actual) {
    return Difference.largest(expected, actual) <= TOLERANCE;
  }
}
