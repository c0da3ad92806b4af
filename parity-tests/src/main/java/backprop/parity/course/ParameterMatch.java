package backprop.parity.course;

/**
 * How close two trainings have stayed to each other.
 *
 * @param count of weights and biases
 * @param identical those with the same bits
 * @param digits on which even the worst pair agrees, by their relative difference
 */
record ParameterMatch(int count, int identical, int digits) {
  /** What a double can hold at most. */
  private static final int ALL_DIGITS = 17;

  /** Two networks' parameters, in the same order. */
  static ParameterMatch of(double[] mine, double[] others) {
    int identical = 0;
    double worst = 0.0;
    for (int n = 0; n < mine.length; n++) {
      double difference = StrictMath.abs(mine[n] - others[n]);
      identical += difference == 0.0 ? 1 : 0;
      worst =
          difference == 0.0 ? worst : StrictMath.max(worst, difference / size(mine[n], others[n]));
    }
    int digits = worst == 0.0 ? ALL_DIGITS : (int) StrictMath.floor(-StrictMath.log10(worst));
    return new ParameterMatch(mine.length, identical, StrictMath.max(0, digits));
  }

  private static double size(double one, double other) {
    return StrictMath.max(StrictMath.abs(one), StrictMath.abs(other));
  }

  /** For a reader. */
  String sentence() {
    if (identical == count) {
      return "All %d weights and biases have the same bits.".formatted(count);
    }
    return "Of %d weights and biases, %d have the same bits, and all agree to %d digits or more."
        .formatted(count, identical, digits);
  }
}
