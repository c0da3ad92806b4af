package backprop.loops.fast;

import java.util.Arrays;

/**
 * Where a sum begins: at 0.0, with the terms that would be left over when the others are added by
 * fours. They come first, not last, because a row that begins with them need not be filled with
 * zeros before.
 */
final class FirstTerms {
  private FirstTerms() {}

  /**
   * The first none to three terms of one row, whatever it held before: as many as leave fours.
   *
   * @param terms how many
   */
  static void begin(double[] sums, double[] factors, double[][] right, int terms, int columns) {
    switch (terms) {
      case 0 -> Arrays.fill(sums, 0, columns, 0.0);
      case 1 -> begin(sums, factors[0], right[0], columns);
      case 2 -> begin(sums, factors[0], factors[1], right[0], right[1], columns);
      case 3 -> {
        begin(sums, factors[0], factors[1], right[0], right[1], columns);
        addOneTerm(sums, factors[2], right[2], columns);
      }
      default -> throw new IllegalArgumentException("expected at most 3 terms, not " + terms);
    }
  }

  private static void begin(double[] sums, double factor, double[] term, int columns) {
    int end = Math.min(columns, Kernel.MOST_COLUMNS);
    for (int c = 0; c < end; c++) {
      sums[c] = 0.0 + term[c] * factor; // 0.0 + -0.0 is 0.0
    }
  }

  private static void begin(
      double[] sums, double factor0, double factor1, double[] first, double[] second, int columns) {
    int end = Math.min(columns, Kernel.MOST_COLUMNS);
    for (int c = 0; c < end; c++) {
      sums[c] = 0.0 + first[c] * factor0 + second[c] * factor1;
    }
  }

  private static void addOneTerm(double[] sums, double factor, double[] term, int columns) {
    int end = Math.min(columns, Kernel.MOST_COLUMNS);
    for (int c = 0; c < end; c++) {
      sums[c] = sums[c] + term[c] * factor;
    }
  }
}
