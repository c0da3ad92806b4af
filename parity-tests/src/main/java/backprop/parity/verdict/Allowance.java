package backprop.parity.verdict;

/**
 * How much one entry may differ from the loops: twice what the candidate and the loops together can
 * be off.
 *
 * @param bound of the candidate plus bound of the loops; infinite if there is no telling
 * @param undecidable whether there is no telling, or the bound is wide because the entry depends on a
 *     kink of relu that rounding can cross
 */
public record Allowance(double bound, boolean undecidable) {
  private static final double LARGEST_RATIO = 2.0;

  /** Whether the difference is no more than rounding can explain. */
  public boolean agrees(double candidate, double loops) {
    return boundRatio(candidate, loops) <= LARGEST_RATIO;
  }

  /**
   * The difference in units of the bound: up to 2 agrees.
   *
   * <p>The same infinity, or NaN both times, is no difference. Where there is no bound, anything but
   * NaN is accepted: after an overflow or a logarithm of what may be 0 there is nothing to compare.
   */
  public double boundRatio(double candidate, double loops) {
    boolean bothNotNumbers = Double.isNaN(candidate) && Double.isNaN(loops);
    if (candidate == loops || bothNotNumbers) {
      return 0.0;
    }
    if (Double.isNaN(candidate)) {
      return Double.POSITIVE_INFINITY;
    }
    if (Double.isInfinite(bound)) {
      return 0.0;
    }
    return StrictMath.abs(candidate - loops) / bound;
  }
}
