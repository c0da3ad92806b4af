package backprop.loops.fast;

/**
 * The innermost loops: some terms, in order, for every column of some rows of the result.
 *
 * <p>The columns are sums of their own, so the compiler may add to eight of them with one
 * instruction. Java adds from left to right, so each sum takes its terms one by one.
 *
 * <p>Four terms of three rows need 7 loads and 3 stores for 12 products; one term of one row would
 * need 2 loads and 1 store for every single product. {@link Registers} says where two rows are
 * better. More does not fit: HotSpot vectorises a loop
 * only if it has at most 60 nodes before it is unrolled. This one has 58, and only because of what
 * is said of {@link #MOST_COLUMNS}, and because it begins at 0 and every array is indexed by
 * {@code c} alone.
 */
final class Kernel {
  /**
   * Longer than any row, shorter than an array can be. A loop that ends here at the latest cannot
   * leave the range of an index, and HotSpot computes the place of column c once, not once for each
   * array.
   */
  static final int MOST_COLUMNS = 1 << 28;

  private Kernel() {}

  /** Terms q to q + 3 of three rows. */
  static void addFourTerms(
      double[] sums0, // [c]
      double[] sums1,
      double[] sums2,
      double[] factors0, // [q]
      double[] factors1,
      double[] factors2,
      double[] first, // [c]
      double[] second,
      double[] third,
      double[] fourth,
      int q,
      int columns) {
    double first0 = factors0[q];
    double first1 = factors1[q];
    double first2 = factors2[q];
    double second0 = factors0[q + 1];
    double second1 = factors1[q + 1];
    double second2 = factors2[q + 1];
    double third0 = factors0[q + 2];
    double third1 = factors1[q + 2];
    double third2 = factors2[q + 2];
    double fourth0 = factors0[q + 3];
    double fourth1 = factors1[q + 3];
    double fourth2 = factors2[q + 3];
    int end = Math.min(columns, MOST_COLUMNS);
    for (int c = 0; c < end; c++) {
      double w = first[c]; // read before anything is stored: a store might change them
      double x = second[c];
      double y = third[c];
      double z = fourth[c];
      sums0[c] = sums0[c] + w * first0 + x * second0 + y * third0 + z * fourth0;
      sums1[c] = sums1[c] + w * first1 + x * second1 + y * third1 + z * fourth1;
      sums2[c] = sums2[c] + w * first2 + x * second2 + y * third2 + z * fourth2;
    }
  }

  /** Terms q to q + 3 of two rows. */
  static void addFourTerms(
      double[] sums0,
      double[] sums1,
      double[] factors0,
      double[] factors1,
      double[] first,
      double[] second,
      double[] third,
      double[] fourth,
      int q,
      int columns) {
    double first0 = factors0[q];
    double first1 = factors1[q];
    double second0 = factors0[q + 1];
    double second1 = factors1[q + 1];
    double third0 = factors0[q + 2];
    double third1 = factors1[q + 2];
    double fourth0 = factors0[q + 3];
    double fourth1 = factors1[q + 3];
    int end = Math.min(columns, MOST_COLUMNS);
    for (int c = 0; c < end; c++) {
      double w = first[c];
      double x = second[c];
      double y = third[c];
      double z = fourth[c];
      sums0[c] = sums0[c] + w * first0 + x * second0 + y * third0 + z * fourth0;
      sums1[c] = sums1[c] + w * first1 + x * second1 + y * third1 + z * fourth1;
    }
  }

  /** Terms q to q + 3 of one row. */
  static void addFourTerms(
      double[] sums,
      double[] factors,
      double[] first,
      double[] second,
      double[] third,
      double[] fourth,
      int q,
      int columns) {
    double factor0 = factors[q];
    double factor1 = factors[q + 1];
    double factor2 = factors[q + 2];
    double factor3 = factors[q + 3];
    int end = Math.min(columns, MOST_COLUMNS);
    for (int c = 0; c < end; c++) {
      sums[c] =
          sums[c]
              + first[c] * factor0
              + second[c] * factor1
              + third[c] * factor2
              + fourth[c] * factor3;
    }
  }
}
