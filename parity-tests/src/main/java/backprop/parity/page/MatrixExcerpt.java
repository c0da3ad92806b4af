package backprop.parity.page;

import java.util.Arrays;

/**
 * As much of a matrix as a page can hold: all of it, or its first rows and columns.
 *
 * @param size how many rows and columns at most
 */
record MatrixExcerpt(int size) {
  /** So many rows and columns of any matrix are shown: a picture of 3×3 is seen in full. */
  private static final int MOST_SHOWN = 16;

  /** Of what is too large to be there in full, so many rows and columns are there. */
  private static final int MOST_OF_AN_EXCERPT = 8;

  /** Above so many numbers a page would be slow to open and heavy to send. */
  private static final int MOST_NUMBERS = 6000;

  private static final MatrixExcerpt WHOLE = new MatrixExcerpt(Integer.MAX_VALUE);
  private static final MatrixExcerpt EXCERPT = new MatrixExcerpt(MOST_OF_AN_EXCERPT);

  /** The window for a case with that many numbers in its network and its samples. */
  static MatrixExcerpt forNumbers(long numbers) {
    return numbers <= MOST_NUMBERS ? WHOLE : EXCERPT;
  }

  /** Whether nothing is cut off, so that the page can compute everything again. */
  boolean isWhole() {
    return equals(WHOLE);
  }

  /** How many rows and columns the page lays out; what else it holds is counted. */
  int shown() {
    return StrictMath.min(size, MOST_SHOWN);
  }

  double[][] of(double[][] rows) {
    return Arrays.stream(rows).limit(size).map(this::of).toArray(double[][]::new);
  }

  double[] of(double[] row) {
    return Arrays.copyOf(row, StrictMath.min(row.length, size));
  }
}
