package backprop.parity.course;

import backprop.parity.model.Rows;
import backprop.parity.terms.NumberText;
import backprop.parity.terms.Slots;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A product tried with numbers: those that the loop gives, beside those of the product. */
final class MatrixTrial {
  private static final long SEED = 7;
  private static final double CLOSE = 1e-9;

  private final MatrixTask task;
  private final Map<String, Integer> sizes;
  private final double[][] one;
  private final double[][] other;
  private final double[][] loop;

  private MatrixTrial(MatrixTask task, Map<String, Integer> sizes) {
    this.task = task;
    this.sizes = sizes;
    Random random = new Random(SEED);
    this.one = numbers(task.one(), random);
    this.other = numbers(task.other(), random);
    this.loop = loop();
  }

  /** With all sizes different, so that most wrong products do not exist. */
  static MatrixTrial rectangular(MatrixTask task) {
    return new MatrixTrial(task, Map.of("i", 3, "j", 4, "k", 2, "s", 5));
  }

  /** With all sizes equal, so that every product exists, right or wrong. */
  static MatrixTrial square(MatrixTask task) {
    return new MatrixTrial(task, Map.of("i", 3, "j", 3, "k", 3, "s", 3));
  }

  private double[][] numbers(Slots slots, Random random) {
    double[][] numbers = new double[sizes.get(slots.row())][sizes.get(slots.column())];
    for (double[] row : numbers) {
      for (int column = 0; column < row.length; column++) {
        row[column] = (1 + random.nextInt(18)) / 10.0 - 1;
      }
    }
    return numbers;
  }

  /** Term by term, each index by its letter: no product, no T. */
  private double[][] loop() {
    String q = task.rule().q();
    double[][] result =
        new double[sizes.get(task.result().row())][sizes.get(task.result().column())];
    for (int row = 0; row < result.length; row++) {
      for (int column = 0; column < result[row].length; column++) {
        for (int summed = 0; summed < sizes.get(q); summed++) {
          Map<String, Integer> at =
              Map.of(task.result().row(), row, task.result().column(), column, q, summed);
          result[row][column] += at(one, task.one(), at) * at(other, task.other(), at);
        }
      }
    }
    return result;
  }

  private static double at(double[][] numbers, Slots slots, Map<String, Integer> indices) {
    return numbers[indices.get(slots.row())][indices.get(slots.column())];
  }

  /** What comes of a product instead of the loop's numbers; empty if it gives them. */
  Optional<String> difference(PlacedProduct product) {
    double[][] left = factor(product.left(), product.leftTransposed());
    double[][] right = factor(product.right(), product.rightTransposed());
    if (left[0].length != right.length) {
      String sentence = "no product: %s · %s, and %d columns do not meet %d rows";
      return Optional.of(sentence.formatted(size(left), size(right), left[0].length, right.length));
    }
    double[][] found = multiply(left, right);
    if (found.length != loop.length || found[0].length != loop[0].length) {
      return Optional.of(
          "the product is %s, the loop's result %s".formatted(size(found), size(loop)));
    }
    for (int row = 0; row < loop.length; row++) {
      for (int column = 0; column < loop[row].length; column++) {
        if (StrictMath.abs(found[row][column] - loop[row][column]) > CLOSE) {
          String sentence = "it runs, and gives %s at [%d][%d]; the loop gives %s";
          return Optional.of(
              sentence.formatted(
                  NumberText.brief(found[row][column]),
                  row,
                  column,
                  NumberText.brief(loop[row][column])));
        }
      }
    }
    return Optional.empty();
  }

  private double[][] factor(String letter, boolean transposed) {
    double[][] numbers = letter.equals(task.one().symbol()) ? one : other;
    return transposed ? Rows.transpose(numbers) : numbers;
  }

  private static double[][] multiply(double[][] left, double[][] right) {
    double[][] product = new double[left.length][right[0].length];
    for (int row = 0; row < left.length; row++) {
      for (int column = 0; column < right[0].length; column++) {
        for (int summed = 0; summed < right.length; summed++) {
          product[row][column] += left[row][summed] * right[summed][column];
        }
      }
    }
    return product;
  }

  private static String size(double[][] rows) {
    return rows.length + " × " + rows[0].length;
  }
}
