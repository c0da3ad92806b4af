package backprop.parity.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An axis holds every number it is made for, and the numbers written at it are round and few. */
class AxisTest {
  private static List<String> texts(Axis axis) {
    return axis.ticks().stream().map(Axis.Tick::text).toList();
  }

  @Test
  void roundNumbersAreWrittenAtIt() {
    assertThat(texts(Axis.linear(0.07, 0.73))).containsExactly("0", "0.2", "0.4", "0.6", "0.8");
    assertThat(texts(Axis.linear(-3.0, 4.0))).containsExactly("−4", "−2", "0", "2", "4");
    assertThat(texts(Axis.linear(1000.01, 1000.04)))
        .containsExactly("1000.01", "1000.02", "1000.03", "1000.04");
    assertThat(texts(Axis.linear(90_000.0, 950_000.0)))
        .containsExactly("0", "200000", "400000", "600000", "800000", "1000000");
    assertThat(texts(Axis.logarithmic(0.3, 14.0)))
        .containsExactly("0.2", "0.5", "1", "2", "5", "10", "20");
    assertThat(texts(Axis.logarithmic(0.001, 1.0))).containsExactly("0.001", "0.01", "0.1", "1");
  }

  @Test
  void anAxisThatDoesNotStartAtZeroSaysSo() {
    assertThat(Axis.linear(0.07, 0.73).title("cost")).isEqualTo("cost");
    assertThat(Axis.linear(-3.0, 4.0).title("x")).isEqualTo("x (axis starts at −4)");
    assertThat(Axis.counting(8, 30).title("epoch")).isEqualTo("epoch (axis starts at 8)");
    assertThat(Axis.logarithmic(0.2, 7.0).title("cost")).isEqualTo("cost (logarithmic axis)");
    assertThat(Axis.linear(96.1, 99.8).inPercent().title("right"))
        .isEqualTo("right (axis starts at 96 %)");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, '1'",
    "1, 3, '1 2 3'",
    "1, 12, '1 5 10'",
    "31, 60, '31 40 50 60'",
    "1, 1000, '1 200 400 600 800 1000'",
    "2147483000, 2147483647, '2147483000 2147483200 2147483400 2147483600'"
  })
  void epochsAreCountedInWholeNumbers(int first, int last, String ticks) {
    assertThat(String.join(" ", texts(Axis.counting(first, last)))).isEqualTo(ticks);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "5, 5",
    "-1e308, 1.7e308",
    "1.7e308, 1.7e308",
    "4.9e-324, 4.9e-324",
    "0, 4.9e-324",
    "0, 1e-310",
    "1e17, 1.00000000000000016e17",
    "9007199254740993, 9007199254740999",
    "1, 1.0000000000000002",
    "-7e-5, 1e300"
  })
  void anyTwoNumbersLieOnALinearAxis(double lowest, double highest) {
    requireOnAxis(Axis.linear(lowest, highest), lowest, highest);
  }

  @ParameterizedTest
  @CsvSource({"4.9e-324, 1.7e308", "1e-3, 1e308", "1e-320, 1e-310", "0.99, 50", "1, 100"})
  void anyTwoPositiveNumbersLieOnALogarithmicAxis(double lowest, double highest) {
    requireOnAxis(Axis.logarithmic(lowest, highest), lowest, highest);
  }

  private static void requireOnAxis(Axis axis, double lowest, double highest) {
    double rounding = 1e-9;
    assertThat(axis.share(lowest)).isBetween(-rounding, 1.0 + rounding);
    assertThat(axis.share(highest)).isBetween(axis.share(lowest), 1.0 + rounding);
    assertThat(axis.ticks()).hasSizeBetween(2, 12);
    assertThat(texts(axis)).doesNotHaveDuplicates();
    assertThat(axis.ticks())
        .allSatisfy(
            tick -> assertThat(axis.share(tick.value())).isBetween(-rounding, 1 + rounding));
  }
}
