package backprop.parity.course;

import backprop.parity.terms.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a learner's {@code multiply} or {@code transpose} is asked.
 *
 * @param name such as {@code chapter-6-square/step-7/layer-2}
 * @param function of the starter
 * @param matrices that it is given: left and right, or rows
 */
record MatrixQuestion(String name, String function, List<double[][]> matrices) {
  private static final String TRANSPOSE = "transpose";
  private static final int MOST_TERMS = 3;

  static MatrixQuestion transpose(String name, double[][] rows) {
    return new MatrixQuestion(name, TRANSPOSE, List.<double[][]>of(rows));
  }

  static MatrixQuestion multiply(String name, double[][] left, double[][] right) {
    return new MatrixQuestion(name, "multiply", List.of(left, right));
  }

  boolean isTranspose() {
    return function.equals(TRANSPOSE);
  }

  private double[][] first() {
    return matrices.get(0);
  }

  private double[][] last() {
    return matrices.get(matrices.size() - 1);
  }

  /** Rows of the result. */
  int rows() {
    return isTranspose() ? first()[0].length : first().length;
  }

  /** Columns of the result. */
  int columns() {
    return isTranspose() ? first().length : last()[0].length;
  }

  /** As the protocol has it. */
  String line() {
    String numbers = matrices.stream().map(Arrays::deepToString).collect(Collectors.joining(", "));
    return ("{\"format\": \"backprop-matrices-1\", \"name\": \"%s\", \"function\": \"%s\","
            + " \"sizes\": [%d, %d], \"matrices\": [%s]}")
        .formatted(name, function, rows(), columns(), numbers);
  }

  /** Such as {@code left is 3 × 2 and right 2 × 4, so the product is 3 × 4}. */
  String sizes() {
    String result = size(rows(), columns());
    String given = size(first().length, first()[0].length);
    return isTranspose()
        ? "rows is %s, so the result is %s".formatted(given, result)
        : "left is %s and right %s, so the product is %s"
            .formatted(given, size(last().length, last()[0].length), result);
  }

  private static String size(int rows, int columns) {
    return rows + " × " + columns;
  }

  /** The terms of an entry by name: {@code left[0][0] * right[0][1] + …}. */
  String names(int row, int column) {
    if (isTranspose()) {
      return "rows[%d][%d]".formatted(column, row);
    }
    List<String> terms = new ArrayList<>();
    for (int q = 0; q < last().length && q < MOST_TERMS; q++) {
      terms.add("left[%d][%d] * right[%d][%d]".formatted(row, q, q, column));
    }
    return String.join(" + ", terms) + (last().length > MOST_TERMS ? " + …" : "");
  }

  /** The same with numbers, all of them. */
  String numbers(int row, int column) {
    if (isTranspose()) {
      return NumberText.brief(first()[column][row]);
    }
    List<String> terms = new ArrayList<>();
    double sum = 0.0;
    for (int q = 0; q < last().length; q++) {
      terms.add(
          NumberText.inParentheses(first()[row][q])
              + "*"
              + NumberText.inParentheses(last()[q][column]));
      sum += first()[row][q] * last()[q][column];
    }
    return String.join(" + ", terms) + " = " + NumberText.brief(sum);
  }
}
