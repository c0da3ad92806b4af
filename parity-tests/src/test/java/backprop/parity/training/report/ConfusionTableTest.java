package backprop.parity.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.training.data.DataSet;
import backprop.parity.training.descent.TrainingRun;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The table says what was read as what, and its numbers add up. */
class ConfusionTableTest {
  private static final String TABLE = "//table[starts-with(@class,'confusion')]";

  /** The numbers of the table's body, without the sums beside them. */
  private static int[][] counts(ReadReport report) {
    int classes = report.all(TABLE + "/thead/tr[2]/th").size() - 2;
    return IntStream.rangeClosed(1, report.all(TABLE + "/tbody/tr").size())
        .mapToObj(row -> numbers(report, "/tbody/tr[%d]/td[position()<=%d]", row, classes))
        .toArray(int[][]::new);
  }

  private static int[] numbers(ReadReport report, String path, Object... values) {
    return report.texts(TABLE + path.formatted(values)).stream()
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  /** Counts again, with nothing of the report's. */
  private static int[][] countedAgain(DataSet judged, double[][] outputs) {
    int[][] counts = new int[judged.outputs()][judged.outputs()];
    for (int s = 0; s < judged.size(); s++) {
      counts[largest(judged.target(s))][largest(outputs[s])]++;
    }
    return counts;
  }

  private static int largest(double[] numbers) {
    return IntStream.range(0, numbers.length)
        .reduce((best, j) -> numbers[j] > numbers[best] ? j : best)
        .orElseThrow();
  }

  @Test
  void itsNumbersAreThoseOfAnIndependentCount() {
    TrainingRun run = Trainings.digits();
    int[][] expected = countedAgain(run.judged(), run.outputs());
    assertThat(counts(ReadReport.of(run))).isDeepEqualTo(expected);
    assertThat(expected[0].length).isEqualTo(10);
  }

  @Test
  void rowsAndColumnsAddUpToTheSamples() {
    TrainingRun run = Trainings.digits();
    ReadReport report = ReadReport.of(run);
    int[][] counts = counts(report);
    int[] readAs = numbers(report, "/tfoot/tr/td[position()<=11]");
    int[] samples = numbers(report, "/tbody/tr/td[11]");
    assertThat(readAs[10]).isEqualTo(run.judged().size());
    for (int index = 0; index < 10; index++) {
      int column = index;
      assertThat(IntStream.of(counts[index]).sum()).isEqualTo(samples[index]);
      assertThat(IntStream.range(0, 10).map(row -> counts[row][column]).sum())
          .isEqualTo(readAs[column]);
    }
  }

  @Test
  void theShareToldRightIsTheLastEpochs() {
    TrainingRun run = Trainings.digits();
    double share =
        run.epochs().get(run.epochs().size() - 1).heldOut().orElseThrow().accuracy().orElseThrow();
    assertThat(ReadReport.of(run).texts(TABLE + "/tfoot/tr/td[last()]"))
        .containsExactly(ReportWording.percent(100.0 * share));
  }

  @Test
  void everyHeadingSaysWhatItIsTheHeadingOf() {
    ReadReport report = ReadReport.of(Trainings.digits());
    List<Element> headings = report.all(TABLE + "//th");
    assertThat(headings).hasSize(1 + 12 + 10 + 1).allMatch(th -> th.hasAttribute("scope"));
    assertThat(report.texts(TABLE + "//tbody//th[@scope='row']")).isEqualTo(Trainings.names(10));
  }

  @Test
  void oneOutputHasTwoClasses() {
    assertThat(counts(ReadReport.of(Trainings.exclusiveOr())))
        .isDeepEqualTo(new int[][] {{1, 1}, {0, 2}});
  }

  @Test
  void whatIsMoreOftenReadSoIsDarker() {
    ReadReport report = ReadReport.of(Trainings.exclusiveOr());
    assertThat(report.all(TABLE + "/tbody//td[position()<=2]"))
        .extracting(cell -> cell.getAttribute("class"))
        .containsExactly("hit shade-4", "miss shade-4", "none", "hit shade-5");
  }

  @Test
  void oneClassMayBeTakenForManyOthers() {
    double[][] outputs = new double[12][12];
    double[][] targets = new double[12][12];
    for (int s = 0; s < 12; s++) {
      targets[s][0] = 1.0;
      outputs[s][s] = 1.0;
    }
    DataSet judged =
        new DataSet(
            "one", new double[12][1], targets, Trainings.names(12), java.util.Optional.empty());
    TrainingRun made = Trainings.exclusiveOr();
    ReadReport report =
        ReadReport.of(
            new TrainingRun(
                judged.name(), made.settings(), made.ending(), made.epochs(), judged, outputs));
    assertThat(counts(report)[0]).containsOnly(1);
    assertThat(report.texts(TABLE + "/tbody/tr[1]/td[last()]")).containsExactly("8.3 %");
    assertThat(report.texts(TABLE + "/tbody/tr[2]/td[last()]")).containsExactly("–");
  }

  @Test
  void twentySixClassesStillFillASquare() {
    TrainingRun run = Trainings.made(Trainings.names(26), 520, Trainings.costs(1));
    ReadReport report = ReadReport.of(run);
    assertThat(counts(report)).isDeepEqualTo(countedAgain(run.judged(), run.outputs()));
  }

  @Test
  void tooManyClassesAreNoTable() {
    ReadReport report = ReadReport.of(Trainings.made(Trainings.names(60), 150, Trainings.costs(1)));
    assertThat(report.all(TABLE)).isEmpty();
    assertThat(report.texts(ReadReport.section("What was read as what") + "/p"))
        .contains("60 classes are too many for a table.");
  }

  @Test
  void theMostFrequentMixupIsNamedIfItIsMoreThanChance() {
    TrainingRun run = Trainings.digits();
    int[][] counts = countedAgain(run.judged(), run.outputs());
    int most = 0;
    for (int was = 0; was < 10; was++) {
      counts[was][was] = 0;
      most = StrictMath.max(most, IntStream.of(counts[was]).max().orElseThrow());
    }
    String section = ReadReport.section("What was read as what");
    assertThat(ReadReport.of(run).only(section + "/p").getTextContent())
        .matches("Most often mixed up: \\d read as \\d \\(%d times\\)\\.".formatted(most));
    assertThat(ReadReport.of(Trainings.exclusiveOr()).all(section + "/p")).isEmpty();
  }
}
