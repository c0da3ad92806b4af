package backprop.loops.fast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where rows lie, which decides how fast they are. */
class AlignedRowsTest {
  private static final int BYTES_OF_LINE = 64;
  private static final int BYTES_OF_HEADER = 16;

  /** A line holds 8 doubles, and the header takes the place of two. */
  @ParameterizedTest(name = "{0} columns: {1} lines")
  @CsvSource({
    "1, 1",
    "6, 1",
    "7, 2",
    "14, 2",
    "62, 8",
    "63, 9",
    "70, 9",
    "71, 11",
    "486, 61",
    "487, 67",
    "512, 67",
    "534, 67",
    "535, 69",
    "998, 125",
    "999, 131"
  })
  void aRowFillsWholeLinesOddInNumberAndNotCloseToAPage(int columns, int lines) {
    double[][] matrix = AlignedRows.zeros(2, columns);
    for (double[] row : matrix) {
      int bytes = BYTES_OF_HEADER + Double.BYTES * row.length;
      assertThat(bytes).isEqualTo(lines * BYTES_OF_LINE);
      assertThat(row.length).isGreaterThanOrEqualTo(columns);
    }
  }

  @Test
  void someRowsOfTheTranspose() {
    for (int rows = 1; rows <= 9; rows++) {
      double[][] matrix = new double[rows][3];
      double[][] turned = new double[3][rows];
      for (int j = 0; j < rows; j++) {
        matrix[j] = new double[] {10 * j + 1, 10 * j + 2, 10 * j + 3};
      }
      AlignedRows.turn(turned, matrix, rows, 1, 2);
      for (int j = 0; j < rows; j++) {
        assertThat(turned[0][j]).isZero();
        assertThat(turned[1][j]).isEqualTo(matrix[j][1]);
        assertThat(turned[2][j]).isZero();
      }
    }
  }
}
