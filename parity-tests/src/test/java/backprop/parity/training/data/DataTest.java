package backprop.parity.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

/** The embedded data are the published ones. */
class DataTest {
  private final Digits digits = Digits.load();
  private final Women women = Women.load();

  @Test
  void thereAreAsManyDigitsAsPublished() {
    assertThat(digits.size()).isEqualTo(1797);
  }

  /** As counted in the test part of the UCI data set. */
  @Test
  void everyDigitOccursAsOftenAsPublished() {
    int[] counts = new int[Digits.LABELS];
    IntStream.range(0, digits.size()).forEach(index -> counts[digits.label(index)]++);
    assertThat(counts).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
  }

  @Test
  void theGreyLevelsGoFromZeroToOneInSixteenSteps() {
    for (int index = 0; index < digits.size(); index++) {
      assertThat(Arrays.stream(digits.pixels(index)).map(grey -> 16.0 * grey))
          .as("digit %d", index)
          .hasSize(Digits.PIXELS)
          .allMatch(level -> level >= 0.0 && level <= 16.0 && level == StrictMath.rint(level));
    }
  }

  @Test
  void aBatchHasAColumnPerSample() {
    double[][] inputs = digits.inputs(3, 2);
    double[][] targets = digits.targets(3, 2);
    for (int s = 0; s < 2; s++) {
      int sample = s;
      double[] pixels = Arrays.stream(inputs).mapToDouble(row -> row[sample]).toArray();
      double[] target = Arrays.stream(targets).mapToDouble(row -> row[sample]).toArray();
      double[] expected = new double[Digits.LABELS];
      expected[digits.label(3 + s)] = 1.0;
      assertThat(pixels).as("inputs of sample %d", s).containsExactly(digits.pixels(3 + s));
      assertThat(target).as("targets of sample %d", s).containsExactly(expected);
    }
  }

  @Test
  void afterTheLastDigitABatchGoesOnWithTheFirst() {
    assertThat(digits.inputs(1796, 2)).isDeepEqualTo(digits.inputs(1796 + 1797, 2));
    double[] second = Arrays.stream(digits.inputs(1796, 2)).mapToDouble(row -> row[1]).toArray();
    assertThat(second).containsExactly(digits.pixels(0));
  }

  @Test
  void thereAreFifteenRowsOfWomen() {
    assertThat(women.size()).isEqualTo(15);
    assertThat(women.weights()).startsWith(115.0, 117.0).endsWith(164.0);
    assertThat(women.heights()).startsWith(58.0, 59.0).endsWith(72.0);
  }

  /** R prints it for {@code lm(weight ~ height, women)}: -87.51667 + 3.45 height. */
  @Test
  void theLineThroughTheWomenIsThePublishedOne() {
    SimpleRegression line = new SimpleRegression();
    for (int row = 0; row < women.size(); row++) {
      line.addData(women.heights()[row], women.weights()[row]);
    }
    assertThat(String.format(Locale.ROOT, "%.5f", line.getIntercept())).isEqualTo("-87.51667");
    assertThat(String.format(Locale.ROOT, "%.2f", line.getSlope())).isEqualTo("3.45");
  }

  @Test
  void nobodysLaterWriteReachesIntoTheData() {
    women.weights()[0] = 99.0;
    digits.pixels(0)[0] = 99.0;
    assertThat(women.weights()[0]).isEqualTo(115.0);
    assertThat(digits.pixels(0)[0]).isEqualTo(0.0);
  }
}
