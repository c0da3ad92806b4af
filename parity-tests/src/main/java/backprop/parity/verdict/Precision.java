package backprop.parity.verdict;

/** The floating-point format a program computes in, and what one operation can cost in it. */
public enum Precision {
  DOUBLE(0x1p-53, Double.MIN_NORMAL, Double.MAX_VALUE),
  FLOAT(0x1p-24, Float.MIN_NORMAL, Float.MAX_VALUE);

  private final double unitRoundoff;
  private final double smallestNormal;
  private final double largest;

  Precision(double unitRoundoff, double smallestNormal, double largest) {
    this.unitRoundoff = unitRoundoff;
    this.smallestNormal = smallestNormal;
    this.largest = largest;
  }

  /** u, the largest relative error of one rounding. */
  public double unitRoundoff() {
    return unitRoundoff;
  }

  /** γₙ = n·u / (1 - n·u), the largest relative error of n roundings one after the other. */
  double gamma(int roundings) {
    double sum = roundings * unitRoundoff;
    return sum < 1.0 ? sum / (1.0 - sum) : Double.POSITIVE_INFINITY;
  }

  /**
   * The error of that many roundings of a number that size.
   *
   * <p>Below the smallest normal number a program may lose it all: some flush it to 0, and 1 / (1 +
   * e⁻ᶻ) gives 0 there because e⁻ᶻ overflows.
   */
  public double rounding(int roundings, double magnitude) {
    double underflow = magnitude < smallestNormal ? roundings * smallestNormal : 0.0;
    return gamma(roundings) * magnitude + underflow;
  }

  /** Whether numbers of this size turn into infinity. */
  boolean overflows(double magnitude) {
    return magnitude > largest;
  }

  /** Whether this format holds the number without rounding it. */
  boolean holds(double value) {
    return this == DOUBLE || (float) value == value;
  }
}
