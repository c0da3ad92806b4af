package backprop.matrix;

import org.apache.commons.math3.linear.RealMatrix;

/** Matrices fit together, or one sentence says which does not. */
final class Shape {
  private Shape() {}

  static void require(boolean fits, String message, Object... values) {
    if (!fits) {
      throw new IllegalArgumentException(message.formatted(values));
    }
  }

  static void requireSize(String name, RealMatrix matrix, int rows, int columns) {
    boolean fits = matrix.getRowDimension() == rows && matrix.getColumnDimension() == columns;
    String message = "%s must be %d × %d, found %d × %d";
    int foundRows = matrix.getRowDimension();
    int foundColumns = matrix.getColumnDimension();
    require(fits, message, name, rows, columns, foundRows, foundColumns);
  }
}
