package backprop.parity.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.parity.training.data.DataSet;
import backprop.parity.training.descent.TrainingRun;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the targets are measured, the predictions are drawn against them. */
class ScatterTest {
  private static final double RESOLUTION = 0.01;

  @Test
  void everySampleIsAPointWhereExpectedAndPredictedMeet() {
    TrainingRun run = Trainings.line(15);
    DrawnChart chart = new DrawnChart(ReadReport.of(run), "predicted-0");
    List<DrawnChart.Point> points = chart.points("points", false);
    assertThat(points).hasSize(15);
    for (int s = 0; s < 15; s++) {
      assertThat(points.get(s).across()).isCloseTo(run.judged().target(s)[0], within(RESOLUTION));
      assertThat(points.get(s).upwards()).isCloseTo(run.outputs()[s][0], within(RESOLUTION));
    }
  }

  @Test
  void onTheDiagonalBothAreEqual() {
    DrawnChart chart = new DrawnChart(ReadReport.of(Trainings.line(15)), "predicted-0");
    assertThat(chart.points("diagonal", false))
        .hasSize(2)
        .allSatisfy(end -> assertThat(end.across()).isCloseTo(end.upwards(), within(RESOLUTION)));
    assertThat(chart.ticks("across")).isEqualTo(chart.ticks("upwards"));
  }

  @Test
  void forOneInputTheLineRunsThroughTheData() {
    TrainingRun run = Trainings.line(15);
    DrawnChart chart = new DrawnChart(ReadReport.of(run), "fitted-0");
    List<DrawnChart.Point> line = chart.points("curve fitted", false);
    assertThat(line).hasSize(15).isSortedAccordingTo(Comparator.comparing(p -> p.across()));
    assertThat(line)
        .allSatisfy(
            p ->
                assertThat(p.upwards())
                    .isCloseTo(25.7 + 0.287 * p.across(), within(2 * RESOLUTION)));
    assertThat(chart.points("points", false).get(3).upwards())
        .isCloseTo(run.judged().target(3)[0], within(RESOLUTION));
  }

  @Test
  void everyAxisHasATitleThatSaysWhereItStarts() {
    ReadReport report = ReadReport.of(Trainings.line(15));
    String height = start(report, "predicted-0", "across");
    assertThat(report.texts("//*[local-name()='svg']/*[local-name()='text']"))
        .containsExactly(
            "epoch (axis starts at 1)",
            "cost per sample" + start(report, "cost", "upwards"),
            "expected" + height,
            "predicted" + height,
            "input" + start(report, "fitted-0", "across"),
            "output" + start(report, "fitted-0", "upwards"));
  }

  private static String start(ReadReport report, String chart, String axis) {
    String first = new DrawnChart(report, chart).ticks(axis).get(0);
    return " (axis starts at %s)".formatted(first);
  }

  @Test
  void noMoreThanAThousandPointsAreDrawn() {
    DrawnChart chart = new DrawnChart(ReadReport.of(Trainings.line(5000)), "predicted-0");
    assertThat(chart.points("points", false)).hasSize(1000);
  }

  private static TrainingRun measured(double[][] inputs, double[][] targets, double[][] outputs) {
    DataSet judged = new DataSet("measured", inputs, targets, List.of(), Optional.empty());
    return new TrainingRun(
        judged.name(), Map.of(), "It stopped.", Trainings.costs(1), judged, outputs);
  }

  @Test
  void whatIsNoNumberIsLeftOutAndTold() {
    double[][] inputs = {{1}, {2}, {3}};
    double[][] outputs = {{1}, {Double.NaN}, {Double.NEGATIVE_INFINITY}};
    ReadReport report = ReadReport.of(measured(inputs, inputs, outputs));
    assertThat(new DrawnChart(report, "predicted-0").points("points", false)).hasSize(1);
    assertThat(report.texts(ReadReport.section("What was predicted") + "//figure/p"))
        .hasSize(2)
        .containsOnly("Not drawn: 2 samples, being infinite or not a number.");
    assertThat(report.texts(ReadReport.section("Farthest off") + "//tbody/tr/th"))
        .containsExactly("row 2", "row 3", "row 1");
  }

  @Test
  void severalOutputsAreDrawnOneByOneAndNeedNoLine() {
    double[][] inputs = {{1, 5}, {2, 6}};
    double[][] targets = {{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10}};
    double[][] outputs = {{1, 2, 3, 4, 5}, {6, 7, 8, 9, 30}};
    ReadReport report = ReadReport.of(measured(inputs, targets, outputs));
    String section = ReadReport.section("What was predicted");
    assertThat(report.texts(section + "//h3"))
        .hasSize(4)
        .startsWith("Predicted against expected, output 1");
    assertThat(report.texts(section + "/p")).containsExactly("The first 4 of 5 outputs are drawn.");
    assertThat(report.texts(ReadReport.section("Farthest off") + "//tbody/tr[1]/*"))
        .containsExactly("row 2", "output 5", "10", "30", "20", "8");
  }

  @Test
  void theMeanDistanceIsTold() {
    double[][] rows = {{1}, {2}, {3}, {4}};
    double[][] outputs = {{1.5}, {2}, {3}, {3}};
    double[][] differences = {{0.5}, {0}, {0}, {1}};
    double mean = Arrays.stream(differences).mapToDouble(row -> row[0]).sum() / 4;
    assertThat(ReadReport.of(measured(rows, rows, outputs)).texts("//p[@class='lead']"))
        .containsExactly(
            "The predictions for 4 learned samples are %s off on average. It stopped."
                .formatted(ReportWording.number(mean)));
  }
}
