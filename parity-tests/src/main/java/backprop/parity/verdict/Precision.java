package backprop.parity.verdict;

import java.util.List;

/** The floating-point format a program computes in, and what one operation can cost in it. */
public enum Precision {
  DOUBLE(0x1p-53, 0x1p-53, 0.0, Double.MIN_NORMAL, Double.MAX_VALUE),
  FLOAT(0x1p-24, 0x1p-24, 0.0, Float.MIN_NORMAL, Float.MAX_VALUE),
  /** Single, with what is multiplied cut to 10 bits behind the point: a graphics card's default. */
  TF32(0x1p-24, 0x1p-24, 0x1p-11, Float.MIN_NORMAL, Float.MAX_VALUE),
  /** Half precision, added up in single. */
  HALF(0x1p-11, 0x1p-24, 0x1p-11, 0x1p-14, 65504.0),
  /** A float without its last 16 bits, added up in single. */
  BFLOAT16(0x1p-8, 0x1p-24, 0x1p-8, Float.MIN_NORMAL, Float.MAX_VALUE);

  private final double unitRoundoff;
  private final double sumRoundoff;
  private final double operandRoundoff;
  private final double smallestNormal;
  private final double largest;
  private final double gammaOfOne;

  Precision(
      double unitRoundoff,
      double sumRoundoff,
      double operandRoundoff,
      double smallestNormal,
      double largest) {
    this.unitRoundoff = unitRoundoff;
    this.sumRoundoff = sumRoundoff;
    this.operandRoundoff = operandRoundoff;
    this.smallestNormal = smallestNormal;
    this.largest = largest;
    this.gammaOfOne = gamma(1, unitRoundoff);
  }

  /** u, the largest relative error of one rounding. */
  public double unitRoundoff() {
    return unitRoundoff;
  }

  /** γₙ = n·u / (1 - n·u), the largest relative error of n roundings one after the other. */
  double gamma(int roundings) {
    return roundings == 1 ? gammaOfOne : gamma(roundings, unitRoundoff);
  }

  /** The same for the additions of a sum, and the rounding of what comes out. */
  double sumGamma(int terms) {
    double stored = sumRoundoff < unitRoundoff ? unitRoundoff : 0.0;
    return gamma(terms, sumRoundoff) + stored;
  }

  /** How far a number is from what is multiplied in its place. */
  double operandError(double magnitude) {
    return operandRoundoff == 0.0 ? 0.0 : operandRoundoff * (magnitude + smallestNormal);
  }

  private static double gamma(int roundings, double unitRoundoff) {
    double sum = roundings * unitRoundoff;
    return sum < 1.0 ? sum / (1.0 - sum) : Double.POSITIVE_INFINITY;
  }

  /** The error of that many roundings of a number that size. */
  public double rounding(int roundings, double magnitude) {
    return rounding(roundings, magnitude, magnitude);
  }

  /**
   * The error of that many roundings of a number between these sizes.
   *
   * <p>Below the smallest normal number a program may lose it all: some flush it to 0, and 1 / (1 +
   * e⁻ᶻ) gives 0 there because e⁻ᶻ overflows.
   */
  double rounding(int roundings, double smallest, double largest) {
    double underflow = smallest < smallestNormal ? roundings * smallestNormal : 0.0;
    return gamma(roundings) * largest + underflow;
  }

  /** Whether numbers of this size turn into infinity. */
  boolean overflows(double magnitude) {
    return magnitude > largest;
  }

  /** The formats that hold fewer digits, the finest first. */
  public List<Precision> coarser() {
    return List.of(values()).subList(ordinal() + 1, values().length);
  }

  /** What a program of this format means by a number: nine digits name a single one. */
  double named(double written) {
    return this == FLOAT || this == TF32 ? (float) written : written;
  }

  /** Whether this format holds the number without rounding it. */
  boolean holds(double value) {
    return this == DOUBLE || (this == FLOAT || this == TF32) && (float) value == value;
  }
}
