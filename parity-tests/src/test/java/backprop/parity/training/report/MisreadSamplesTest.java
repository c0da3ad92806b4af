package backprop.parity.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.parity.training.data.DataSet;
import backprop.parity.training.data.PictureSize;
import backprop.parity.training.descent.TrainingRun;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What was misread is shown as it is, the most certain errors first. */
class MisreadSamplesTest {
  private static final String SECTION = ReadReport.section("Misread samples");
  private static final String CARD = SECTION + "/ul/li";

  private static BufferedImage picture(Element image) throws IOException {
    String address = image.getAttribute("src");
    String prefix = "data:image/png;base64,";
    assertThat(address).startsWith(prefix);
    byte[] bytes = Base64.getDecoder().decode(address.substring(prefix.length()));
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }

  private static int[] greys(BufferedImage picture) {
    return picture
        .getData()
        .getSamples(0, 0, picture.getWidth(), picture.getHeight(), 0, (int[]) null);
  }

  @Test
  void theMostCertainErrorsComeFirst() {
    TrainingRun run = Trainings.digits();
    List<String> expected = new ArrayList<>();
    List<double[]> wrong = new ArrayList<>();
    for (int s = 0; s < run.judged().size(); s++) {
      double[] outputs = run.outputs()[s];
      int readAs = DataSet.decision(outputs);
      if (readAs != run.judged().label(s)) {
        wrong.add(new double[] {s, run.judged().label(s), readAs, outputs[readAs]});
      }
    }
    wrong.sort(Comparator.comparingDouble(row -> -row[3]));
    for (double[] row : wrong.subList(0, 24)) {
      String certainty = ReportWording.percent(100.0 * row[3]);
      String card = "%d read as %d%s certainrow %d";
      expected.add(card.formatted((int) row[1], (int) row[2], certainty, (int) row[0] + 1));
    }
    ReadReport report = ReadReport.of(run);
    assertThat(report.texts(CARD)).isEqualTo(expected);
    assertThat(report.texts(SECTION + "/p"))
        .containsExactly(
            wrong.size() + " were misread; the 24 most certain errors, the most certain first.");
    assertThat(report.all(CARD + "/img"))
        .extracting(image -> image.getAttribute("alt"))
        .startsWith("row " + (int) (wrong.get(0)[0] + 1));
  }

  @Test
  void thePictureHasThePixelsOfItsSample() throws IOException {
    TrainingRun run = Trainings.digits();
    Element image = ReadReport.of(run).all(CARD + "/img").get(0);
    int sample = Integer.parseInt(image.getAttribute("alt").replace("row ", "")) - 1;
    BufferedImage picture = picture(image);
    assertThat(picture.getWidth()).isEqualTo(8);
    assertThat(picture.getHeight()).isEqualTo(8);
    int[] expected =
        Arrays.stream(run.judged().input(sample))
            .mapToInt(ink -> 255 - (int) StrictMath.round(255 * ink))
            .toArray();
    assertThat(greys(picture)).containsExactly(expected);
  }

  @Test
  void aCrossOfNinePixelsIsACross() throws IOException {
    ReadReport report = ReadReport.of(Trainings.circlesAndCrosses());
    assertThat(report.texts(CARD)).containsExactly("× read as ○70.0 % certainrow 2");
    assertThat(greys(picture(report.only(CARD + "/img"))))
        .containsExactly(0, 255, 0, 255, 0, 255, 0, 255, 0);
  }

  @Test
  void largePicturesAreMadeSmallerAndPixelsThatAreNoNumberStayWhite() throws IOException {
    double[] halves = new double[200 * 100];
    Arrays.fill(halves, 0, 200 * 50, 1.0);
    halves[0] = Double.NaN;
    DataSet judged =
        new DataSet(
            "halves",
            new double[][] {halves},
            new double[][] {{1, 0}},
            List.of("a", "b"),
            Optional.of(new PictureSize(200, 100)));
    BufferedImage picture = picture(ReadReport.of(run(judged, 0.4, 0.6)).only(CARD + "/img"));
    assertThat(picture.getWidth()).isEqualTo(50);
    assertThat(picture.getHeight()).isEqualTo(25);
    assertThat(greys(picture)).startsWith(255, 0).endsWith(255, 255);
    assertThat(Arrays.stream(greys(picture)).average().orElseThrow()).isCloseTo(127.5, within(6.0));
  }

  private static TrainingRun run(DataSet judged, double... outputs) {
    TrainingRun made = Trainings.exclusiveOr();
    return new TrainingRun(
        judged.name(),
        made.settings(),
        made.ending(),
        made.epochs(),
        judged,
        new double[][] {outputs});
  }

  @Test
  void withoutPicturesTheInputsAreListed() {
    ReadReport report = ReadReport.of(Trainings.exclusiveOr());
    assertThat(report.texts(SECTION + "//tbody/tr/*"))
        .containsExactly("row 4", "1, 1", "0", "1", "75.0 %");
    assertThat(report.texts(SECTION + "/p")).containsExactly("Only one was misread.");
  }

  @Test
  void anOutputThatIsNoShareIsToldAsItIs() {
    DataSet judged =
        new DataSet(
            "any",
            new double[][] {{1}},
            new double[][] {{1, 0}},
            List.of("a", "b"),
            Optional.empty());
    ReadReport report = ReadReport.of(run(judged, -3.0, 1.5));
    assertThat(report.texts(SECTION + "//tbody/tr/td[last()]")).containsExactly("1.5");
    ReadReport broken = ReadReport.of(run(judged, Double.NaN, Double.POSITIVE_INFINITY));
    assertThat(broken.texts(SECTION + "/p")).containsExactly("None: every sample was read right.");
  }

  @Test
  void aPerfectResultIsToldAndNotAnEmptyTable() {
    ReadReport report = ReadReport.of(Trainings.perfect());
    assertThat(report.texts(SECTION + "/p")).containsExactly("None: every sample was read right.");
    assertThat(report.all(SECTION + "//table")).isEmpty();
    assertThat(report.texts("//header/p[@class='lead']"))
        .containsExactly("All 4 learned samples are read right. It stopped.");
  }
}
