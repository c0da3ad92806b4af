package backprop.parity.model;

/** Plain arrays of rows: copied, and transposed between a file's layout and memory's. */
public final class Rows {
  private Rows() {}

  /** The same numbers in new arrays. */
  public static double[][] copy(double[][] rows) {
    double[][] copy = new double[rows.length][];
    for (int j = 0; j < rows.length; j++) {
      copy[j] = rows[j].clone();
    }
    return copy;
  }

  /** Rows become columns. */
  public static double[][] transpose(double[][] rows) {
    double[][] transpose = new double[rows[0].length][rows.length];
    for (int j = 0; j < rows.length; j++) {
      for (int i = 0; i < rows[0].length; i++) {
        transpose[i][j] = rows[j][i];
      }
    }
    return transpose;
  }

  /** One column of rows with one entry each. */
  public static double[][] column(double[] entries) {
    double[][] column = new double[entries.length][1];
    for (int j = 0; j < entries.length; j++) {
      column[j][0] = entries[j];
    }
    return column;
  }
}
