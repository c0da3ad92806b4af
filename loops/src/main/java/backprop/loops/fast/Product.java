package backprop.loops.fast;

/**
 * The one product: result = left · right · factor, with every sum in the order of the textbook
 * loops.
 *
 * <pre>
 * result[r][c] = (0.0 + left[r][0] * right[0][c] + left[r][1] * right[1][c] + ...) * factor
 * </pre>
 *
 * <p>This says which rows and terms come next; {@link FirstTerms} and {@link Kernel} add them.
 * However the terms are cut into parts, each sum takes them in ascending order of q: what a part
 * leaves in the result, the next one goes on with.
 */
final class Product {
  /** Shares of the rows are best a multiple of this. */
  static final int ROWS_AT_ONCE = Registers.rowsAtOnce();

  private static final int TERMS_AT_ONCE = 4;

  /** So much of the right factor, 128 KiB, stays in a near cache while all results pass by. */
  private static final int ENTRIES_IN_CACHE = 16 * 1024;

  private Product() {}

  /**
   * Some rows of the result; the others stay untouched.
   *
   * @param result rows × columns, or more of both
   * @param left rows × terms, or more of both
   * @param right terms × columns, or more of both
   * @param factor what each sum is multiplied by once it has all its terms
   * @param from the first row
   * @param to the row after the last
   */
  static void rows(
      double[][] result, // [r][c]
      double[][] left, // [r][q]
      double[][] right, // [q][c]
      double factor,
      int terms,
      int columns,
      int from,
      int to) {
    rows(result, left, right, factor, terms, columns, from, to, ROWS_AT_ONCE);
  }

  /** The same by one to three rows at once. */
  static void rows(
      double[][] result,
      double[][] left,
      double[][] right,
      double factor,
      int terms,
      int columns,
      int from,
      int to,
      int rowsAtOnce) {
    int beginning = terms % TERMS_AT_ONCE;
    int termsInCache = termsInCache(columns);
    int q = beginning;
    do {
      int end = q + termsInCache < terms ? q + termsInCache : terms;
      int group;
      for (int r = from; r < to; r += group) {
        group = group(to - r, rowsAtOnce);
        if (q == beginning) {
          begin(result, left, right, beginning, columns, r, group);
        }
        addTerms(result, left, right, q, end, columns, r, group);
        if (end == terms && factor != 1.0) {
          scale(result, factor, columns, r, group);
        }
      }
      q = end;
    } while (q < terms);
  }

  /** Whole fours, at least one. */
  static int termsInCache(int columns) {
    return TERMS_AT_ONCE * (1 + ENTRIES_IN_CACHE / TERMS_AT_ONCE / columns);
  }

  /** Four rows are two and two: a single one takes almost as long as two. */
  private static int group(int rowsToDo, int rowsAtOnce) {
    if (rowsToDo == 4 && rowsAtOnce > 1) {
      return 2;
    }
    return rowsToDo < rowsAtOnce ? rowsToDo : rowsAtOnce;
  }

  /** Until what is left are whole fours of terms. */
  private static void begin(
      double[][] result,
      double[][] left,
      double[][] right,
      int terms,
      int columns,
      int r,
      int group) {
    for (int row = r; row < r + group; row++) {
      FirstTerms.begin(result[row], left[row], right, terms, columns);
    }
  }

  /** Terms q to the one before the end, by fours, for a group of rows, which stay in the cache. */
  private static void addTerms(
      double[][] result,
      double[][] left,
      double[][] right,
      int q,
      int end,
      int columns,
      int r,
      int group) {
    switch (group) {
      case 3 -> addToThreeRows(result, left, right, q, end, columns, r);
      case 2 -> addToTwoRows(result, left, right, q, end, columns, r);
      default -> addToOneRow(result, left, right, q, end, columns, r);
    }
  }

  private static void scale(double[][] result, double factor, int columns, int r, int group) {
    for (int row = r; row < r + group; row++) {
      double[] sums = result[row];
      for (int c = 0; c < columns; c++) {
        sums[c] = sums[c] * factor;
      }
    }
  }

  private static void addToThreeRows(
      double[][] result, double[][] left, double[][] right, int q, int end, int columns, int r) {
    for (; q < end; q += TERMS_AT_ONCE) {
      Kernel.addFourTerms(
          result[r],
          result[r + 1],
          result[r + 2],
          left[r],
          left[r + 1],
          left[r + 2],
          right[q],
          right[q + 1],
          right[q + 2],
          right[q + 3],
          q,
          columns);
    }
  }

  private static void addToTwoRows(
      double[][] result, double[][] left, double[][] right, int q, int end, int columns, int r) {
    for (; q < end; q += TERMS_AT_ONCE) {
      Kernel.addFourTerms(
          result[r],
          result[r + 1],
          left[r],
          left[r + 1],
          right[q],
          right[q + 1],
          right[q + 2],
          right[q + 3],
          q,
          columns);
    }
  }

  private static void addToOneRow(
      double[][] result, double[][] left, double[][] right, int q, int end, int columns, int r) {
    for (; q < end; q += TERMS_AT_ONCE) {
      Kernel.addFourTerms(
          result[r], left[r], right[q], right[q + 1], right[q + 2], right[q + 3], q, columns);
    }
  }
}
