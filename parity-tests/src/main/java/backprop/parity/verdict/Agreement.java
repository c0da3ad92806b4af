package backprop.parity.verdict;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;

/** What counts as agreement with the loops on one case, for a candidate of some precision. */
public final class Agreement {
  private final ErrorBound ofCandidate;
  private final ErrorBound ofLoops;
  private final boolean roundingFree;
  private final Precision precision;
  private final double learningRate;

  /** Where nothing is rounded, nothing but the same number agrees. */
  public Agreement(Case question, Precision precisionOfCandidate) {
    precision = precisionOfCandidate;
    learningRate = question.learningRate().orElse(1.0);
    roundingFree = RoundingFree.holds(question, precisionOfCandidate);
    ofLoops = new ErrorBound(question, Precision.DOUBLE);
    ofCandidate =
        precisionOfCandidate == Precision.DOUBLE
            ? ofLoops
            : new ErrorBound(question, precisionOfCandidate);
  }

  /** For step 3. */
  public Allowance cost() {
    return allowance(ofCandidate.cost().error() + ofLoops.cost().error(), false);
  }

  /** For one entry, named as in {@link Quantity#entryName}. */
  public Allowance entry(Quantity quantity, int l, int j, int second) {
    double bound =
        ofCandidate.entry(quantity, l, j, second) + ofLoops.entry(quantity, l, j, second);
    return allowance(bound, ofCandidate.undecidable(quantity, l, j, second));
  }

  /**
   * For one gradient that follows from an updated parameter, (W - W′) / η.
   *
   * @param gradient the right one
   */
  Allowance followingEntry(Quantity quantity, int l, int j, int second, double gradient) {
    Quantity update = GradientsFromUpdates.updateOf(quantity).orElseThrow();
    Allowance ofUpdate = entry(update, l, j, second);
    double rounding = precision.rounding(4, StrictMath.abs(gradient));
    return new Allowance(ofUpdate.bound() / learningRate + rounding, ofUpdate.undecidable());
  }

  private Allowance allowance(double bound, boolean kink) {
    if (roundingFree && !kink) {
      return new Allowance(0.0, false);
    }
    return new Allowance(bound, kink || Double.isInfinite(bound));
  }
}
