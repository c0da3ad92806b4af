package backprop.parity.verdict;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;

/** What counts as agreement with the loops on one case, for a candidate of some precision. */
public final class Agreement {
  private final ErrorBound ofCandidate;
  private final ErrorBound ofLoops;
  private final boolean roundingFree;

  /** Where nothing is rounded, nothing but the same number agrees. */
  public Agreement(Case question, Precision precisionOfCandidate) {
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

  private Allowance allowance(double bound, boolean kink) {
    if (roundingFree && !kink) {
      return new Allowance(0.0, false);
    }
    return new Allowance(bound, kink || Double.isInfinite(bound));
  }
}
