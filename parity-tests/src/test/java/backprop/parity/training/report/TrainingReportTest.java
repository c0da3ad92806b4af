package backprop.parity.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.training.data.DataSet;
import backprop.parity.training.descent.Epoch;
import backprop.parity.training.descent.TrainingRun;
import backprop.parity.training.descent.TrainingTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The report is one well-formed file that holds everything and runs nothing. */
class TrainingReportTest {
  private static final String HOSTILE =
      "</style><script>alert('&amp;')</script> \" {{style}} \u0007";

  static List<TrainingRun> everyKind() {
    return List.of(
        Trainings.digits(),
        Trainings.exclusiveOr(),
        Trainings.perfect(),
        Trainings.circlesAndCrosses(),
        Trainings.line(15),
        Trainings.made(Trainings.names(60), 100, Trainings.costs(1)));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void itIsWellFormedAndHasNoScriptAndNoAddressElsewhere(TrainingRun run) {
    ReadReport report = ReadReport.of(run);
    assertThat(report.all("//script | //@onload/.. | //@onclick/..")).isEmpty();
    assertThat(report.all("//*[@href or @src]"))
        .isNotEmpty()
        .allMatch(
            link -> (link.getAttribute("href") + link.getAttribute("src")).startsWith("data:"));
    assertThat(report.only("//style").getTextContent()).doesNotContain("url(", "@import");
    List<String> names = report.all("//@id/..").stream().map(it -> it.getAttribute("id")).toList();
    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void theSummarySaysHowManyAreReadRight() {
    TrainingRun run = Trainings.digits();
    int right = 0;
    for (int s = 0; s < run.judged().size(); s++) {
      double[] outputs = run.outputs()[s];
      int label = run.judged().label(s);
      right += IntStream.range(0, 10).allMatch(j -> outputs[j] <= outputs[label]) ? 1 : 0;
    }
    assertThat(ReadReport.of(run).only("//p[@class='lead']").getTextContent())
        .startsWith(right + " of 360 held-out samples are read right, that is ")
        .endsWith(run.ending());
  }

  @Test
  void theSettingsStandInTheirOrder() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("z", "1");
    settings.put("layers", "64-30-10");
    settings.put("a", "2");
    assertThat(
            ReadReport.of(with(settings, "name", List.of("0", "1")))
                .texts("//table[@class='settings']//tr"))
        .containsExactly("z1", "layers64-30-10", "a2");
  }

  private static TrainingRun with(Map<String, String> settings, String name, List<String> classes) {
    TrainingRun made = Trainings.exclusiveOr();
    double[][] inputs = {{0, 0}};
    DataSet judged = new DataSet(name, inputs, new double[][] {{0}}, classes, Optional.empty());
    return new TrainingRun(
        judged.name(), settings, made.ending(), made.epochs(), judged, new double[][] {{0.9}});
  }

  @Test
  void nothingFromOutsideIsTakenForMarkup() {
    String seen = HOSTILE.replace('\u0007', '?');
    List<String> classes = List.of(HOSTILE, "1");
    ReadReport report = ReadReport.of(with(Map.of("name", HOSTILE), HOSTILE, classes));
    assertThat(report.all("//script")).isEmpty();
    assertThat(report.texts("//table[@class='settings']//td")).containsExactly(seen);
    assertThat(report.only("//h1").getTextContent()).isEqualTo(ReportWording.name(HOSTILE));
    assertThat(report.texts("//th[@scope='row']/span")).contains(ReportWording.name(HOSTILE));
    assertThat(report.all("//th[@scope='row']").stream().map(th -> th.getAttribute("title")))
        .contains(seen);
  }

  @Test
  void theEpochFromWhichItGotWorseIsNamed() {
    List<Epoch> epochs = List.of(epoch(1, 0.5), epoch(2, 0.25), epoch(3, 0.25), epoch(4, 0.75));
    TrainingRun run = Trainings.made(Trainings.names(2), 10, epochs);
    assertThat(ReadReport.of(run).texts("//header/p"))
        .contains("The held-out cost was lowest after epoch 2, 0.25; at the end it is 0.75.");
    TrainingRun better = Trainings.made(Trainings.names(2), 10, epochs.subList(0, 3));
    assertThat(ReadReport.of(better).texts("//header/p")).hasSize(2);
  }

  private static Epoch epoch(int number, double heldOut) {
    Epoch.Score training = new Epoch.Score(0.1, OptionalDouble.of(0.75));
    return new Epoch(
        number, training, Optional.of(new Epoch.Score(heldOut, OptionalDouble.of(0.5))), 61.0);
  }

  @Test
  void theTimeItTookIsTheSumOverAllEpochs() {
    List<Epoch> epochs = IntStream.rangeClosed(1, 3).mapToObj(n -> epoch(n, 1.0)).toList();
    assertThat(ReadReport.of(Trainings.made(Trainings.names(2), 10, epochs)).texts("//dd"))
        .contains("3 min 3 s");
    assertThat(TrainingTime.text(0.5)).isEqualTo("0.5 s");
    assertThat(TrainingTime.text(7384)).isEqualTo("2 h 3 min");
  }

  @Test
  void whyItStoppedIsASentence() {
    assertThat(ReportWording.sentence("all epochs are done")).isEqualTo("All epochs are done.");
    assertThat(ReportWording.sentence("It stopped.")).isEqualTo("It stopped.");
    assertThat(ReportWording.sentence("")).isEmpty();
  }

  @Test
  void aShareIsAllOrNothingOnlyIfItIs() {
    assertThat(ReportWording.share(9999, 10_000)).isEqualTo("over 99.9 %");
    assertThat(ReportWording.share(1, 10_000)).isEqualTo("under 0.1 %");
    assertThat(ReportWording.share(3, 3)).isEqualTo("100 %");
    assertThat(ReportWording.share(0, 3)).isEqualTo("0 %");
    assertThat(ReportWording.share(1, 8)).isEqualTo("12.5 %");
    assertThat(ReportWording.percent(Double.NaN)).isEqualTo("not a number");
  }

  @Test
  void theLargestReportIsStillSmall() {
    List<Epoch> epochs =
        IntStream.rangeClosed(1, 100_000).mapToObj(n -> epoch(n, 1.0 / n)).toList();
    List<String> classes = IntStream.range(0, 40).mapToObj(n -> "class " + "x".repeat(n)).toList();
    assertThat(TrainingReport.of(Trainings.made(classes, 5000, epochs)))
        .hasSizeLessThan(400 * 1024);
  }
}
