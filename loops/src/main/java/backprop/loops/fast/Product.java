package backprop.loops.fast;

import java.util.Arrays;

/**
 * The one kernel: result = left · right, with every sum in the order of the textbook loops.
 *
 * <p>The innermost loop runs over the columns of the result, which are sums of their own, and adds
 * the next terms to each. So the compiler may add to eight columns with one instruction, and still
 * each of them starts at 0.0 and takes its terms one by one in ascending order of q.
 *
 * <pre>
 * result[r][c] = 0.0 + left[r][0] * right[0][c] + left[r][1] * right[1][c] + ...
 * </pre>
 *
 * <p>Two terms for three rows at a time need 5 loads and 3 stores for 6 products; one term for one
 * row would need 2 loads and 1 store for every single product. A loop over six arrays or more is
 * too long for the compiler of JDK 17 to vectorise.
 */
final class Product {
  /** Shares of the rows are best a multiple of this. */
  static final int ROWS_AT_ONCE = 3;

  /** So much of the right factor, 128 KiB, stays in a near cache while all results pass by. */
  private static final int ENTRIES_IN_CACHE = 16 * 1024;

  private Product() {}

  /**
   * Some rows of the result; the others stay untouched.
   *
   * @param result rows × columns, or more of both
   * @param left rows × terms, or more of both
   * @param right terms × columns, or more of both
   * @param from the first row
   * @param to the row after the last
   */
  static void rows(
      double[][] result, // [r][c]
      double[][] left, // [r][q]
      double[][] right, // [q][c]
      int terms,
      int columns,
      int from,
      int to) {
    for (int r = from; r < to; r++) {
      Arrays.fill(result[r], 0, columns, 0.0);
    }
    int termsInCache = 4 + ENTRIES_IN_CACHE / columns / 4 * 4;
    for (int q = 0; q < terms; q += termsInCache) {
      int end = q + termsInCache < terms ? q + termsInCache : terms;
      addTerms(result, left, right, q, end, columns, from, to);
    }
  }

  /** Terms q to the one before the end, for all the rows. */
  private static void addTerms(
      double[][] result,
      double[][] left,
      double[][] right,
      int q,
      int end,
      int columns,
      int from,
      int to) {
    int r = from;
    for (; r + ROWS_AT_ONCE <= to; r += ROWS_AT_ONCE) {
      addToThreeRows(result, left, right, q, end, columns, r);
    }
    for (; r < to; r++) {
      addToOneRow(result[r], left[r], right, q, end, columns);
    }
  }

  private static void addToThreeRows(
      double[][] result, double[][] left, double[][] right, int q, int end, int columns, int r) {
    for (; q + 2 <= end; q += 2) {
      addTwoTerms(
          result[r],
          result[r + 1],
          result[r + 2],
          left[r],
          left[r + 1],
          left[r + 2],
          right[q],
          right[q + 1],
          q,
          columns);
    }
    for (; q < end; q++) {
      addOneTerm(result[r], left[r][q], right[q], columns);
      addOneTerm(result[r + 1], left[r + 1][q], right[q], columns);
      addOneTerm(result[r + 2], left[r + 2][q], right[q], columns);
    }
  }

  private static void addToOneRow(
      double[] sums, double[] factors, double[][] right, int q, int end, int columns) {
    for (; q + 4 <= end; q += 4) {
      addFourTerms(sums, factors, right[q], right[q + 1], right[q + 2], right[q + 3], q, columns);
    }
    for (; q < end; q++) {
      addOneTerm(sums, factors[q], right[q], columns);
    }
  }

  /** Terms q and q + 1 of three rows. Java adds from left to right, so q comes first. */
  private static void addTwoTerms(
      double[] sums0,
      double[] sums1,
      double[] sums2,
      double[] factors0,
      double[] factors1,
      double[] factors2,
      double[] first,
      double[] second,
      int q,
      int columns) {
    double first0 = factors0[q];
    double first1 = factors1[q];
    double first2 = factors2[q];
    double second0 = factors0[q + 1];
    double second1 = factors1[q + 1];
    double second2 = factors2[q + 1];
    for (int c = 0; c < columns; c++) {
      double x = first[c]; // read before anything is stored: a store might change them
      double y = second[c];
      sums0[c] = sums0[c] + x * first0 + y * second0;
      sums1[c] = sums1[c] + x * first1 + y * second1;
      sums2[c] = sums2[c] + x * first2 + y * second2;
    }
  }

  /** Terms q to q + 3 of one row, for the rows that are left over. */
  private static void addFourTerms(
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
    for (int c = 0; c < columns; c++) {
      sums[c] =
          sums[c]
              + factor0 * first[c]
              + factor1 * second[c]
              + factor2 * third[c]
              + factor3 * fourth[c];
    }
  }

  /** One term of one row, for the terms that are left over. */
  private static void addOneTerm(double[] sums, double factor, double[] term, int columns) {
    for (int c = 0; c < columns; c++) {
      sums[c] = sums[c] + factor * term[c];
    }
  }
}
