package backprop.loops;

/** Arrays fit together, or one sentence says which does not. */
final class Shape {
  private Shape() {}

  static void require(boolean fits, String message, Object... values) {
    if (!fits) {
      throw new IllegalArgumentException(message.formatted(values));
    }
  }

  static void requireRectangle(String name, double[][] matrix) {
    require(matrix.length > 0 && matrix[0].length > 0, "%s must not be empty", name);
    int columns = matrix[0].length;
    for (int j = 0; j < matrix.length; j++) {
      int length = matrix[j].length;
      require(length == columns, "%s row %d has %d, row 0 has %d", name, j, length, columns);
    }
  }

  static void requireSize(String name, double[][] matrix, int rows, int columns) {
    requireRectangle(name, matrix);
    boolean fits = matrix.length == rows && matrix[0].length == columns;
    String message = "%s must be %d × %d, found %d × %d";
    require(fits, message, name, rows, columns, matrix.length, matrix[0].length);
  }

  static double[][] copy(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int j = 0; j < matrix.length; j++) {
      copy[j] = matrix[j].clone();
    }
    return copy;
  }
}
