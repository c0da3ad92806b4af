package backprop.matrix;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What the steps need and Commons Math has not.
 *
 * <p>Always plain rows. {@code MatrixUtils} would switch to blocks above 4096 entries, which add
 * four terms at a time and so round differently.
 */
public final class Matrices {
  private Matrices() {}

  /** A matrix full of 1: multiplied from the right it sums rows, from the left columns. */
  static RealMatrix ones(int rows, int columns) {
    return map(new Array2DRowRealMatrix(rows, columns), zero -> 1.0);
  }

  /** A square matrix with the entries of a column on its diagonal. */
  static RealMatrix diagonal(RealMatrix column) {
    int size = column.getRowDimension();
    RealMatrix diagonal = new Array2DRowRealMatrix(size, size);
    for (int j = 0; j < size; j++) {
      diagonal.setEntry(j, j, column.getEntry(j, 0));
    }
    return diagonal;
  }

  /** The largest entry of every column, as one row. */
  static RealMatrix columnMaximum(RealMatrix matrix) {
    RealMatrix maximum = new Array2DRowRealMatrix(1, matrix.getColumnDimension());
    for (int s = 0; s < matrix.getColumnDimension(); s++) {
      maximum.setEntry(0, s, matrix.getColumnVector(s).getMaxValue());
    }
    return maximum;
  }

  /** A copy stored as plain rows, whatever it was stored as. */
  public static RealMatrix plainRows(RealMatrix matrix) {
    return new Array2DRowRealMatrix(matrix.getData(), false);
  }

  /** The function of every entry. */
  public static RealMatrix map(RealMatrix matrix, DoubleUnaryOperator function) {
    double[][] values = matrix.getData();
    for (int j = 0; j < values.length; j++) {
      for (int s = 0; s < values[j].length; s++) {
        values[j][s] = function.applyAsDouble(values[j][s]);
      }
    }
    return new Array2DRowRealMatrix(values, false);
  }

  /** The function of every two entries in the same place. */
  public static RealMatrix map(RealMatrix left, RealMatrix right, DoubleBinaryOperator function) {
    double[][] values = left.getData();
    for (int j = 0; j < values.length; j++) {
      for (int s = 0; s < values[j].length; s++) {
        values[j][s] = function.applyAsDouble(values[j][s], right.getEntry(j, s));
      }
    }
    return new Array2DRowRealMatrix(values, false);
  }

  /** The product entry by entry, written ∘. */
  public static RealMatrix hadamard(RealMatrix left, RealMatrix right) {
    return map(left, right, (l, r) -> l * r);
  }
}
