package backprop.parity.rules;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Cost;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The costs and their slopes in both twins, against fractions and against each other. */
class CostRulesTest {
  /** By hand: (a - t)², half of it, and t / a. */
  @ParameterizedTest
  @CsvSource({
    "SQUARED_ERROR, 0.75, 0.25, 0.25, 1",
    "HALF_SQUARED_ERROR, 0.75, 0.25, 0.125, 0.5",
    "SQUARED_ERROR, 0.25, 0.75, 0.25, -1",
    "CROSS_ENTROPY, 1, 0.5, 0, -0.5",
    "CROSS_ENTROPY, 0.5, 1, 0.6931471805599453, -2",
    "CROSS_ENTROPY, 0, 0, 0, 0",
    "CROSS_ENTROPY, 0.25, 0, 0, 0",
    "BINARY_CROSS_ENTROPY, 0, 0, 0, 1",
    "BINARY_CROSS_ENTROPY, 1, 1, 0, -1",
    "BINARY_CROSS_ENTROPY, 0.5, 0.5, 0.6931471805599453, 0"
  })
  void whatCanBeComputedByHand(Cost cost, double a, double t, double value, double slope) {
    assertThat(cost.value(a, t)).isEqualTo(value);
    assertThat(matrix(cost).value(a, t)).isEqualTo(value);
    assertThat(cost.derivative(a, t)).isEqualTo(slope);
    assertThat(matrix(cost).derivative(a, t)).isEqualTo(slope);
  }

  /** -0.75 / 0.25, and 0.25 / 0.75 more for what is not the target. */
  @Test
  void theSlopesOfTheLogarithmicCosts() {
    assertThat(Cost.CROSS_ENTROPY.derivative(0.25, 0.75)).isEqualTo(-3.0);
    assertThat(matrix(Cost.CROSS_ENTROPY).derivative(0.25, 0.75)).isEqualTo(-3.0);
    double both = -3.0 + 1.0 / 3.0;
    assertThat(Cost.BINARY_CROSS_ENTROPY.derivative(0.25, 0.75)).isEqualTo(both);
    assertThat(matrix(Cost.BINARY_CROSS_ENTROPY).derivative(0.25, 0.75)).isEqualTo(both);
  }

  /** The quotient of differences is off by about the square of its step. */
  @ParameterizedTest
  @EnumSource
  void theSlopeIsThatOfTheValue(Cost cost) {
    double step = 0x1p-18;
    for (double a : new double[] {0.125, 0.5, 0.8125}) {
      for (double t : new double[] {0.0, 0.25, 1.0}) {
        double slope = (cost.value(a + step, t) - cost.value(a - step, t)) / (2.0 * step);
        Offset<Double> near = Offset.offset(1e-7);
        assertThat(cost.derivative(a, t)).as("%s at %s, %s", cost, a, t).isCloseTo(slope, near);
        assertThat(matrix(cost).derivative(a, t)).as("matrix").isCloseTo(slope, near);
      }
    }
  }

  private static backprop.matrix.Cost matrix(Cost cost) {
    return backprop.matrix.Cost.valueOf(cost.name());
  }
}
