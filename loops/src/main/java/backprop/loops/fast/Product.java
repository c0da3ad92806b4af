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

  private static final int TERMS_AT_ONCE = 4;

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
    int r = from;
    while (r + ROWS_AT_ONCE <= to) {
      threeRows(result, left, right, terms, columns, r);
      r += ROWS_AT_ONCE;
    }
    while (r < to) {
      oneRow(result[r], left[r], right, terms, columns);
      r++;
    }
  }

  private static void threeRows(
      double[][] result, double[][] left, double[][] right, int terms, int columns, int r) {
    int q = 0;
    while (q + 2 <= terms) {
      addTwoTerms(
          result[r],
          result[r + 1],
          result[r + 2], // each a row of sums
          left[r],
          left[r + 1],
          left[r + 2], // each a row of factors
          right[q],
          right[q + 1],
          q,
          columns);
      q += 2;
    }
    if (q < terms) {
      addOneTerm(result[r], left[r][q], right[q], columns);
      addOneTerm(result[r + 1], left[r + 1][q], right[q], columns);
      addOneTerm(result[r + 2], left[r + 2][q], right[q], columns);
    }
  }

  private static void oneRow(
      double[] sums, double[] factors, double[][] right, int terms, int columns) {
    int q = 0;
    while (q + TERMS_AT_ONCE <= terms) {
      addFourTerms(sums, factors, right[q], right[q + 1], right[q + 2], right[q + 3], q, columns);
      q += TERMS_AT_ONCE;
    }
    while (q < terms) {
      addOneTerm(sums, factors[q], right[q], columns);
      q++;
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
      sums0[c] = sums0[c] + first0 * first[c] + second0 * second[c];
      sums1[c] = sums1[c] + first1 * first[c] + second1 * second[c];
      sums2[c] = sums2[c] + first2 * first[c] + second2 * second[c];
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
