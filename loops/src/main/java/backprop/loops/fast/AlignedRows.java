package backprop.loops.fast;

/**
 * Rows that lie well in the caches, and the copy with the slots swapped.
 *
 * <p>Rows allocated one after the other lie one after the other. If each fills whole cache lines,
 * all start at the same place within a line, and a loop over seven rows meets the borders of their
 * lines in the same turns. If the lines are odd in number and not close to a whole page, equal
 * columns of neighbouring rows do not compete for the same few places in the nearest cache: 512
 * columns take 67 lines, not 65. Nothing but speed depends on all this.
 */
final class AlignedRows {
  private static final int LINE = 8; // doubles, 64 bytes
  private static final int HEADER = 2; // what Java puts before the first entry, in doubles
  private static final int FEW = 8; // lines, too short for neighbours to compete
  private static final int PAGE = 64; // lines, after which places in the cache repeat

  private AlignedRows() {}

  /** Zeros, at least that many in each row. */
  static double[][] zeros(int rows, int columns) {
    double[][] matrix = new double[rows][];
    layOut(matrix, columns);
    return matrix;
  }

  /** Gives a matrix its rows: zeros, at least that many in each. */
  static void layOut(double[][] matrix, int columns) {
    int lines = (HEADER + columns + LINE - 1) / LINE;
    while (lines > FEW && (lines % 2 == 0 || isCloseToAPage(lines))) {
      lines++;
    }
    for (int r = 0; r < matrix.length; r++) {
      matrix[r] = new double[lines * LINE - HEADER];
    }
  }

  private static boolean isCloseToAPage(int lines) {
    return (lines + 2) % PAGE < 5;
  }

  /**
   * Some rows of the transpose: {@code turned[i][j] = matrix[j][i]} for i between two bounds.
   *
   * <p>Four columns at a time, so that each row of the result is looked up a quarter as often.
   *
   * @param turned columns of the matrix × its rows, or more of both
   * @param rows of the matrix
   * @param from the first row of the result
   * @param to the row after the last
   */
  static void turn(double[][] turned, double[][] matrix, int rows, int from, int to) {
    int j = 0;
    while (j + 4 <= rows) {
      turnFour(turned, matrix[j], matrix[j + 1], matrix[j + 2], matrix[j + 3], j, from, to);
      j += 4;
    }
    while (j < rows) {
      double[] row = matrix[j];
      for (int i = from; i < to; i++) {
        turned[i][j] = row[i];
      }
      j++;
    }
  }

  private static void turnFour(
      double[][] turned,
      double[] row0,
      double[] row1,
      double[] row2,
      double[] row3,
      int j,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      double[] column = turned[i];
      column[j] = row0[i];
      column[j + 1] = row1[i];
      column[j + 2] = row2[i];
      column[j + 3] = row3[i];
    }
  }

  /** A copy of the first rows and columns, without what fills the lines. */
  static double[][] copy(double[][] matrix, int rows, int columns) {
    double[][] copy = new double[rows][columns];
    for (int j = 0; j < rows; j++) {
      System.arraycopy(matrix[j], 0, copy[j], 0, columns);
    }
    return copy;
  }
}
