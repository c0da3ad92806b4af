package backprop.parity.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.sources.ExactArithmetic;
import backprop.parity.sources.ExactSource;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import backprop.parity.verdict.RandomNetworks.Temper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

class UlpDistanceTest {
  private static final int NETWORKS = 36;

  @Test
  void theNextDoubleIsOneUnitAway() {
    assertThat(UlpDistance.of(StrictMath.nextUp(1.0), ExactArithmetic.exactly(1.0))).isOne();
    assertThat(UlpDistance.of(1.0, ExactArithmetic.exactly(1.0))).isZero();
  }

  @Test
  void theRoundedTruthIsAtMostHalfAUnitAway() {
    UlpDistance distance = measured(new ExactSource());
    assertThat(distance.largest()).isPositive().isLessThanOrEqualTo(0.5);
  }

  @Test
  void theTwinsAreTheTruthWhereEverySumIsExact() {
    UlpDistance distance = new UlpDistance(new LoopsSource());
    for (int number = 0; number < NETWORKS; number++) {
      distance.measure(RandomNetworks.exactLane(number));
    }
    assertThat(distance.largest()).isZero();
  }

  @Test
  void bothTwinsAreEquallyFar(TestReporter reporter) {
    UlpDistance loops = measured(new LoopsSource());
    UlpDistance matrix = measured(new MatrixSource());
    reporter.publishEntry(
        "ulps of the twins",
        "median %.2f, mean %.2f, largest %.0f of %d gradients"
            .formatted(loops.median(), loops.mean(), loops.largest(), loops.entries()));
    assertThat(matrix.median()).isEqualTo(loops.median());
    assertThat(matrix.mean()).isEqualTo(loops.mean());
    assertThat(matrix.largest()).isEqualTo(loops.largest());
  }

  @Test
  void theMedianIsTheMiddleOne() {
    UlpDistance distance = measured(new LoopsSource());
    assertThat(distance.median()).isPositive().isLessThan(distance.mean());
    assertThat(distance.mean()).isLessThan(distance.largest());
  }

  private static UlpDistance measured(GradientSource source) {
    UlpDistance distance = new UlpDistance(source);
    for (int number = 0; number < NETWORKS; number++) {
      distance.measure(RandomNetworks.random(number, Temper.MILD));
    }
    return distance;
  }
}
