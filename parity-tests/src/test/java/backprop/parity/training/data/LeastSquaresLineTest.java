package backprop.parity.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the line fit must arrive, worked out without descent. */
class LeastSquaresLineTest {
  /** R prints it for {@code lm(height ~ weight, women)}: 25.723456 + 0.287249 weight. */
  @Test
  void theLineFromWeightToHeightIsThePublishedOne() {
    LeastSquaresLine line =
        LeastSquaresLine.through(BuiltInData.named("women").training()).orElseThrow();
    assertThat(String.format(Locale.ROOT, "%.6f", line.intercept())).isEqualTo("25.723456");
    assertThat(String.format(Locale.ROOT, "%.6f", line.slope())).isEqualTo("0.287249");
  }

  @Test
  void theErrorIsTheMeanOfTheSquares() {
    LeastSquaresLine line = LeastSquaresLine.through(points(0, 1, 1, 4, 2, 1)).orElseThrow();
    assertThat(line.slope()).isEqualTo(0.0, within(1e-15));
    assertThat(line.intercept()).isEqualTo(2.0, within(1e-15));
    assertThat(line.meanSquaredError()).isEqualTo(2.0, within(1e-14));
  }

  @Test
  void noLineGoesThroughOnePointOrThroughPointsAboveEachOther() {
    assertThat(LeastSquaresLine.through(points(1, 2))).isEmpty();
    assertThat(LeastSquaresLine.through(points(1, 2, 1, 3))).isEmpty();
  }

  @Test
  void noLineGoesThroughClassesOrSeveralInputs() {
    assertThat(LeastSquaresLine.through(BuiltInData.named("xor").training())).isEmpty();
    double[][] two = {{1, 2}, {3, 5}};
    double[][] one = {{1}, {2}};
    DataSet plane = new DataSet("plane", two, one, List.of(), Optional.empty());
    DataSet classes = new DataSet("classes", one, one, List.of("0", "1"), Optional.empty());
    assertThat(LeastSquaresLine.through(plane)).isEmpty();
    assertThat(LeastSquaresLine.through(classes)).isEmpty();
  }

  /** Points, as x, y, x, y. */
  private static DataSet points(double... coordinates) {
    double[][] inputs = new double[coordinates.length / 2][1];
    double[][] targets = new double[coordinates.length / 2][1];
    for (int s = 0; s < inputs.length; s++) {
      inputs[s][0] = coordinates[2 * s];
      targets[s][0] = coordinates[2 * s + 1];
    }
    return new DataSet("points", inputs, targets, List.of(), Optional.empty());
  }
}
