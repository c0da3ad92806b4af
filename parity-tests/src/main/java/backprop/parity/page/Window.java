package backprop.parity.page;

import java.util.Arrays;

/**
 * As much of a matrix as a page can hold: all of it, or its first rows and columns.
 *
 * @param size how many rows and columns at most
 */
record Window(int size) {
  /** So many rows and columns of any matrix are shown; of an excerpt, no more are there. */
  static final int SHOWN = 8;

  /** Above so many numbers a page would be slow to open and heavy to send. */
  private static final int MOST_NUMBERS = 6000;

  private static final Window WHOLE = new Window(Integer.MAX_VALUE);
  private static final Window EXCERPT = new Window(SHOWN);

  /** The window for a case with that many numbers in its network and its samples. */
  static Window forNumbers(long numbers) {
    return numbers <= MOST_NUMBERS ? WHOLE : EXCERPT;
  }

  /** Whether nothing is cut off, so that the page can compute everything again. */
  boolean isWhole() {
    return equals(WHOLE);
  }

  double[][] of(double[][] rows) {
    return Arrays.stream(rows).limit(size).map(this::of).toArray(double[][]::new);
  }

  double[] of(double[] row) {
    return Arrays.copyOf(row, StrictMath.min(row.length, size));
  }
}
