package backprop.parity.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.parity.training.descent.Epoch;
import backprop.parity.training.descent.TrainingRun;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The curves lie where the numbers say, whatever the numbers are. */
class LearningCurvesTest {
  /** A hundredth of a pixel on an axis of two hundred. */
  private static final double RESOLUTION = 1e-4;

  private static DrawnChart chart(double... costs) {
    TrainingRun run = Trainings.made(Trainings.names(2), 4, Trainings.costs(costs));
    return new DrawnChart(ReadReport.of(run), "cost");
  }

  @Test
  void everyPointOfEveryCurveLiesWhereItsNumberSays() {
    TrainingRun run = Trainings.digits();
    ReadReport report = ReadReport.of(run);
    List<DrawnChart.Point> costs = new DrawnChart(report, "cost").points("curve held-out", false);
    List<DrawnChart.Point> accuracies =
        new DrawnChart(report, "accuracy").points("curve training", false);
    assertThat(costs).hasSameSizeAs(run.epochs());
    assertThat(accuracies).hasSameSizeAs(run.epochs());
    for (int index = 0; index < costs.size(); index++) {
      Epoch epoch = run.epochs().get(index);
      double share = epoch.training().accuracy().orElseThrow();
      assertThat(costs.get(index).across()).isCloseTo(epoch.number(), within(0.01));
      assertThat(costs.get(index).upwards())
          .isCloseTo(epoch.heldOut().orElseThrow().cost(), within(RESOLUTION));
      assertThat(accuracies.get(index).upwards())
          .isCloseTo(100.0 * share, within(100.0 * RESOLUTION));
    }
  }

  @Test
  void costsThatDifferMuchAreDrawnOnALogarithmicScale() {
    double[] costs = {700.0, 3.0, 0.02, 0.005};
    DrawnChart chart = chart(costs);
    assertThat(chart.report().texts("//figcaption/h3"))
        .containsExactly("Cost per sample, on a logarithmic scale");
    assertThat(chart.ticks("upwards"))
        .containsExactly("0.001", "0.01", "0.1", "1", "10", "100", "1000");
    List<DrawnChart.Point> points = chart.points("curve training", true);
    for (int index = 0; index < costs.length; index++) {
      double read = points.get(index).upwards();
      assertThat(read).isCloseTo(costs[index], within(0.001 * costs[index]));
    }
  }

  @Test
  void theOnlyEpochIsAPoint() {
    DrawnChart chart = chart(0.25);
    assertThat(chart.dots("training")).isEqualTo(1);
    assertThat(chart.ticks("across")).containsExactly("1");
  }

  @Test
  void whatIsNoNumberBreaksTheCurveAndIsTold() {
    DrawnChart chart = chart(3.0, Double.NaN, 2.0, Double.POSITIVE_INFINITY, 1.5, 1.0);
    assertThat(chart.pieces("curve training")).isEqualTo(3);
    assertThat(chart.points("curve training", false)).hasSize(4);
    assertThat(chart.report().texts("//figure/p"))
        .containsExactly("Not drawn: 2 points, being infinite or not a number.");
    assertThat(chart.report().texts("//details//td")).contains("not a number", "∞");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void ofNoNumberAtAllNothingIsDrawn(double cost) {
    DrawnChart chart = chart(cost, cost);
    assertThat(chart.has("curve training")).isFalse();
    assertThat(chart.ticks("upwards")).isNotEmpty();
  }

  @Test
  void ofThousandsOfEpochsTheLowestAndTheHighestAreKept() {
    double[] costs = IntStream.range(0, 5000).mapToDouble(n -> 10.0 + n % 7).toArray();
    costs[1234] = 3.0;
    costs[4321] = 40.0;
    List<DrawnChart.Point> points = chart(costs).points("curve training", false);
    assertThat(points).hasSizeLessThanOrEqualTo(600);
    double[] drawn = points.stream().mapToDouble(DrawnChart.Point::upwards).toArray();
    assertThat(Arrays.stream(drawn).min().orElseThrow()).isCloseTo(3.0, within(0.01));
    assertThat(Arrays.stream(drawn).max().orElseThrow()).isCloseTo(40.0, within(0.01));
    assertThat(points.get(points.size() - 1).across()).isGreaterThan(4900.0);
  }

  @Test
  void theTableHasEveryEpochOrSaysWhichItLeftOut() {
    ReadReport whole = chart(IntStream.range(0, 500).mapToDouble(n -> 1.0).toArray()).report();
    assertThat(whole.texts("//details//tbody/tr/th")).hasSize(500);
    ReadReport thinned = chart(IntStream.range(0, 1200).mapToDouble(n -> 1.0).toArray()).report();
    assertThat(thinned.texts("//details//tbody/tr/th"))
        .hasSize(401)
        .startsWith("1", "4")
        .endsWith("1198", "1200");
    assertThat(thinned.texts("//details//caption"))
        .containsExactly("Every epoch of the curves, one of every 3 epochs and the last");
  }

  @Test
  void theLegendTellsWhereEachCurveEnded() {
    TrainingRun run = Trainings.digits();
    Epoch last = run.epochs().get(run.epochs().size() - 1);
    ReadReport report = ReadReport.of(run);
    assertThat(report.texts("//span[@class='key held-out']/b"))
        .containsExactly(
            ReportWording.number(last.heldOut().orElseThrow().cost()),
            ReportWording.percent(100.0 * last.heldOut().orElseThrow().accuracy().orElseThrow()));
    assertThat(report.texts("//*[local-name()='desc']"))
        .hasSize(2)
        .allMatch(text -> text.contains("while learning"));
  }
}
