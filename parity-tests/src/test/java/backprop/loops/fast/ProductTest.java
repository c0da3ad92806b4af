package backprop.loops.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sum of the product has the bits of one accumulator that takes its terms in order. */
class ProductTest {
  private static final double LEFT_ALONE = 99.0;

  private final Random random = new Random(1);

  /** All that is left over when rows go by threes and twos, terms by fours, columns by eights. */
  @ParameterizedTest(name = "{0} columns")
  @ValueSource(ints = {1, 2, 7, 8, 9, 16, 33})
  void everyRemainderHasTheBitsOfPlainSums(int columns) {
    for (int rows = 1; rows <= 8; rows++) {
      for (int terms = 1; terms <= 13; terms++) {
        requirePlainSums(rows, terms, columns, 1.0);
        requirePlainSums(rows, terms, columns, 0.1);
      }
    }
  }

  /** So many columns that only a few terms stay in the cache at a time. */
  @ParameterizedTest(name = "{0} terms, {1} columns")
  @CsvSource({"1, 17000", "4, 17000", "5, 17000", "15, 17000", "37, 3000", "64, 2000"})
  void aSumGoesOnWhereThePartBeforeLeftIt(int terms, int columns) {
    assertThat(Product.termsInCache(columns)).isLessThan(terms == 1 || terms == 4 ? 5 : terms);
    requirePlainSums(5, terms, columns, 0.1);
  }

  /** Often enough for the compiler that vectorises. */
  @ParameterizedTest(name = "{0} columns")
  @ValueSource(ints = {10, 30, 100})
  void theBitsStayWhenTheLoopsAreCompiled(int columns) {
    for (int time = 0; time < 300; time++) {
      requirePlainSums(8, 103, columns, 0.1);
    }
  }

  @Test
  void aSumOfNegativeZerosIsZeroAsInTheTextbook() {
    for (int terms = 1; terms <= 8; terms++) {
      double[][] result = {{LEFT_ALONE}};
      double[][] left = {new double[terms]};
      Arrays.fill(left[0], -1.0);
      Product.rows(result, left, new double[terms][1], 1.0, terms, 1, 0, 1);
      assertThat(Double.doubleToRawLongBits(result[0][0])).as("%d terms", terms).isZero();
    }
  }

  @Test
  void whatIsNotAskedForStaysAsItWas() {
    double[][] result = new double[7][12];
    for (double[] row : result) {
      Arrays.fill(row, LEFT_ALONE);
    }
    Product.rows(result, numbers(7, 9), numbers(9, 12), 0.1, 9, 10, 1, 6);
    assertThat(result[0]).containsOnly(LEFT_ALONE);
    assertThat(result[6]).containsOnly(LEFT_ALONE);
    for (int r = 1; r < 6; r++) {
      assertThat(Arrays.copyOf(result[r], 10)).doesNotContain(LEFT_ALONE);
      assertThat(Arrays.copyOfRange(result[r], 10, 12)).containsOnly(LEFT_ALONE);
    }
  }

  private void requirePlainSums(int rows, int terms, int columns, double factor) {
    double[][] left = numbers(rows, terms);
    double[][] right = numbers(terms, columns);
    double[][] expected = plainSums(left, right, factor, terms, columns);
    for (int rowsAtOnce = 1; rowsAtOnce <= 3; rowsAtOnce++) {
      double[][] result = numbers(rows, columns); // must not matter
      Product.rows(result, left, right, factor, terms, columns, 0, rows, rowsAtOnce);
      if (!Arrays.deepEquals(result, expected)) { // by bits
        assertThat(result)
            .as("%d rows, %d at once, %d terms", rows, rowsAtOnce, terms)
            .isDeepEqualTo(expected);
      }
    }
  }

  private static double[][] plainSums(
      double[][] left, double[][] right, double factor, int terms, int columns) {
    double[][] sums = new double[left.length][columns];
    for (int r = 0; r < left.length; r++) {
      for (int c = 0; c < columns; c++) {
        double sum = 0.0;
        for (int q = 0; q < terms; q++) {
          sum += left[r][q] * right[q][c];
        }
        sums[r][c] = sum * factor;
      }
    }
    return sums;
  }

  /** Of very different sizes, so that any other order of a sum rounds differently. */
  private double[][] numbers(int rows, int columns) {
    double[][] numbers = new double[rows][columns];
    for (double[] row : numbers) {
      for (int c = 0; c < columns; c++) {
        row[c] = StrictMath.scalb(random.nextDouble() - 0.5, random.nextInt(20));
      }
    }
    return numbers;
  }
}
