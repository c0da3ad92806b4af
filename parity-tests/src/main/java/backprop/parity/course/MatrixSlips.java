package backprop.parity.course;

import backprop.parity.model.Rows;
import backprop.parity.terms.NumberText;
import java.util.Arrays;
import java.util.Optional;

/** What is wrong with a learner's {@code multiply} or {@code transpose}, in all its numbers. */
final class MatrixSlips {
  private static final double UNIT_ROUNDOFF = 0x1p-53;

  /** A value for each place of the result. */
  private interface Cell {
    double at(int row, int column);
  }

  private MatrixSlips() {}

  /** Empty if rows have become columns. */
  static Optional<String> inTranspose(double[][] rows, double[][] found) {
    if (Arrays.deepEquals(found, Rows.transpose(rows))) {
      return Optional.empty();
    }
    int last = rows.length - 1;
    int end = rows[0].length - 1;
    if (last == end && Arrays.deepEquals(found, rows)) {
      return Optional.of("the rows are still rows.");
    }
    if (isAll(found, 0, (i, j) -> rows[j][end - i])) {
      return Optional.of("the columns come in the wrong order: a quarter turn is no transpose.");
    }
    if (isAll(found, 0, (i, j) -> rows[last - j][i])) {
      return Optional.of(
          "the numbers in each row come in the wrong order: a quarter turn is no" + " transpose.");
    }
    return Optional.of(difference(found, (i, j) -> rows[j][i], 0));
  }

  /** Empty if it is the product, as far as rounding allows. */
  static Optional<String> inMultiply(double[][] left, double[][] right, double[][] found) {
    int size = right.length;
    double allowed = 2 * (size + 1) * UNIT_ROUNDOFF;
    Cell product = (r, c) -> sum(left, right, r, c, 0, size);
    double scale = allowed * largest(left) * largest(right) * size;
    if (isAll(found, scale, product)) {
      return Optional.empty();
    }
    boolean square = left.length == size && right[0].length == size;
    String sentence = null;
    if (size > 1 && isAll(found, scale, (r, c) -> sum(left, right, r, c, size - 1, size))) {
      sentence = "the last term alone: is there = where += belongs?";
    } else if (size > 1 && isAll(found, scale, (r, c) -> sum(left, right, r, c, 0, 1))) {
      sentence = "the first term alone: does q run to the end, and is the return behind the loop?";
    } else if (isAll(found, scale, (r, c) -> upTo(left, right, r, c))) {
      sentence = "a sum that goes on from the entry before: it starts at 0 for each entry.";
    } else if (square && isAll(found, scale, (r, c) -> sum(right, left, r, c, 0, size))) {
      sentence = "right times left: the factors have changed places.";
    } else if (square && isAll(found, scale, (r, c) -> left[r][c] * right[r][c])) {
      sentence = "entry times entry: a product sums over q.";
    } else if (square && isAll(found, scale, (r, c) -> row(left, right, r, c))) {
      sentence = "right is read [c][q], as if it had a T: it reads [q][c].";
    }
    return Optional.of(sentence == null ? difference(found, product, scale) : sentence);
  }

  private static double sum(
      double[][] left, double[][] right, int row, int column, int first, int end) {
    double sum = 0.0;
    for (int q = first; q < end; q++) {
      sum += left[row][q] * right[q][column];
    }
    return sum;
  }

  private static double row(double[][] left, double[][] right, int row, int other) {
    double sum = 0.0;
    for (int q = 0; q < right.length; q++) {
      sum += left[row][q] * right[other][q];
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
    for (int r = 0; r < found.length; r++) {
      for (int c = 0; c < found[r].length; c++) {
        if (!(StrictMath.abs(found[r][c] - cell.at(r, c)) <= allowed)) {
          return false;
        }
      }
    }
    return true;
  }

  private static String difference(double[][] found, Cell right, double allowed) {
    for (int r = 0; r < found.length; r++) {
      for (int c = 0; c < found[r].length; c++) {
        if (!(StrictMath.abs(found[r][c] - right.at(r, c)) <= allowed)) {
          return "at [%d][%d] expected %s, found %s."
              .formatted(r, c, NumberText.full(right.at(r, c)), NumberText.full(found[r][c]));
        }
      }
    }
    throw new IllegalArgumentException("no difference");
  }

  private static double largest(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).map(StrictMath::abs).max().orElse(0);
  }
}
