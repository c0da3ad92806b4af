package backprop.parity.verdict;

/** One quantity of one layer with its errors, entry by entry, shaped as the twins hold it. */
final class Estimates {
  /** What the entry in row j and column s is. */
  @FunctionalInterface
  interface Entry {
    Estimate at(int j, int s);
  }

  final double[][] values;
  final double[][] errors;
  final boolean[][] undecidable;

  private Estimates(int rows, int columns) {
    values = new double[rows][columns];
    errors = new double[rows][columns];
    undecidable = new boolean[rows][columns];
  }

  static Estimates of(int rows, int columns, Entry entry) {
    Estimates estimates = new Estimates(rows, columns);
    for (int j = 0; j < rows; j++) {
      for (int s = 0; s < columns; s++) {
        Estimate estimate = entry.at(j, s);
        estimates.values[j][s] = estimate.value();
        estimates.errors[j][s] = estimate.error();
        estimates.undecidable[j][s] = estimate.undecidable();
      }
    }
    return estimates;
  }

  Estimate at(int j, int s) {
    return new Estimate(values[j][s], errors[j][s], undecidable[j][s]);
  }

  /** Rows become columns. */
  Estimates transpose() {
    return of(columns(), rows(), (s, j) -> at(j, s));
  }

  int rows() {
    return values.length;
  }

  int columns() {
    return values[0].length;
  }
}
