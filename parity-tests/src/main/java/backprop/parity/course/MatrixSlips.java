package backprop.parity.course;

import backprop.parity.model.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What is wrong with a learner's {@code multiply} or {@code transpose}, in all its numbers. */
final class MatrixSlips {
  private static final double UNIT_ROUNDOFF = 0x1p-53;

  /** A value for each place of the result. */
  private interface Cell {
    double at(int row, int column);
  }

  private MatrixSlips() {}

  /** Empty if it is the right one, as far as rounding allows. */
  static Optional<WrongMatrix> in(MatrixQuestion question, double[][] found) {
    List<double[][]> given = question.matrices();
    return question.isTranspose()
        ? inTranspose(given.get(0), found)
        : inMultiply(given.get(0), given.get(1), found);
  }

  private static Optional<WrongMatrix> inTranspose(double[][] rows, double[][] found) {
    if (Arrays.deepEquals(found, Rows.transpose(rows))) {
      return Optional.empty();
    }
    int last = rows.length - 1;
    int end = rows[0].length - 1;
    String sentence = null;
    if (last == end && Arrays.deepEquals(found, rows)) {
      sentence = "the rows, which are still rows.";
    } else if (isAll(found, 0, (i, j) -> rows[j][end - i])) {
      sentence = "a quarter turn, which is no transpose: the columns come in the wrong order.";
    } else if (isAll(found, 0, (i, j) -> rows[last - j][i])) {
      sentence =
          "a quarter turn, which is no transpose: the numbers in each row come in the wrong order.";
    }
    return Optional.of(wrong(found, (i, j) -> rows[j][i], (i, j) -> 0, sentence));
  }

  private static Optional<WrongMatrix> inMultiply(
      double[][] left, double[][] right, double[][] found) {
    int size = right.length;
    double allowed = 2 * (size + 1) * UNIT_ROUNDOFF;
    double[][] leftSizes = magnitudes(left);
    double[][] rightSizes = magnitudes(right);
    Cell product = (r, c) -> sum(left, right, r, c, 0, size);
    Cell rounding = (r, c) -> allowed * sum(leftSizes, rightSizes, r, c, 0, size);
    if (isAll(found, rounding, product)) {
      return Optional.empty();
    }
    double scale = allowed * largest(leftSizes) * largest(rightSizes) * size;
    boolean square = left.length == size && right[0].length == size;
    String sentence = null;
    if (size > 1 && isAll(found, scale, (r, c) -> sum(left, right, r, c, size - 1, size))) {
      sentence = "the last term alone: is there = where += belongs, or does q start at 1?";
    } else if (size > 1 && isAll(found, scale, (r, c) -> sum(left, right, r, c, 0, 1))) {
      sentence = "the first term alone: does q run to the end, and is the return behind the loop?";
    } else if (isAll(found, scale, (r, c) -> upTo(left, right, r, c))) {
      sentence = "a sum that goes on from the entry before: it starts at 0 for each entry.";
    } else if (square && isAll(found, scale, (r, c) -> sum(right, left, r, c, 0, size))) {
      sentence = "right times left: the factors have changed places.";
    } else if (square && isAll(found, scale, (r, c) -> left[r][c] * right[r][c])) {
      sentence = "entry times entry: a product sums over q.";
    } else {
      sentence = WrongIndex.in(left, right, found, scale).orElse(null);
    }
    return Optional.of(wrong(found, product, rounding, sentence));
  }

  private static double sum(
      double[][] left, double[][] right, int row, int column, int first, int end) {
    double sum = 0.0;
    for (int q = first; q < end; q++) {
      sum += left[row][q] * right[q][column];
    }
    return sum;
  }

  private static double upTo(double[][] left, double[][] right, int row, int column) {
    double sum = 0.0;
    for (int r = 0; r <= row; r++) {
      int end = r == row ? column + 1 : right[0].length;
      for (int c = 0; c < end; c++) {
        sum += sum(left, right, r, c, 0, right.length);
      }
    }
    return sum;
  }

  private static boolean isAll(double[][] found, double allowed, Cell cell) {
    return isAll(found, (r, c) -> allowed, cell);
  }

  private static boolean isAll(double[][] found, Cell allowed, Cell cell) {
    for (int r = 0; r < found.length; r++) {
      for (int c = 0; c < found[r].length; c++) {
        if (!(StrictMath.abs(found[r][c] - cell.at(r, c)) <= allowed.at(r, c))) {
          return false;
        }
      }
    }
    return true;
  }

  private static WrongMatrix wrong(double[][] found, Cell right, Cell allowed, String sentence) {
    for (int r = 0; r < found.length; r++) {
      for (int c = 0; c < found[r].length; c++) {
        if (!(StrictMath.abs(found[r][c] - right.at(r, c)) <= allowed.at(r, c))) {
          return new WrongMatrix(r, c, right.at(r, c), found[r][c], Optional.ofNullable(sentence));
        }
      }
    }
    throw new IllegalArgumentException("no difference");
  }

  private static double[][] magnitudes(double[][] rows) {
    double[][] magnitudes = Rows.copy(rows);
    for (double[] row : magnitudes) {
      for (int c = 0; c < row.length; c++) {
        row[c] = StrictMath.abs(row[c]);
      }
    }
    return magnitudes;
  }

  private static double largest(double[][] magnitudes) {
    return Arrays.stream(magnitudes).flatMapToDouble(Arrays::stream).max().orElse(0);
  }
}
