package backprop.parity.training.report;

import backprop.parity.html.Element;
import backprop.parity.terms.NumberText;
import backprop.parity.training.data.DataSet;
import backprop.parity.training.data.PictureSize;
import backprop.parity.training.descent.TrainingRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The samples that were misread with the greatest certainty: as pictures, if they are some. */
final class MisreadSamples {
  private static final int MOST = 24;
  private static final int MOST_INPUTS = 6;

  private final DataSet judged;
  private final List<Misread> all = new ArrayList<>();

  /** Whether all outputs lie from 0 to 1, so that a certainty is a share. */
  private final boolean shares;

  /**
   * A sample that was read as another class than its own.
   *
   * @param sample from 0, among those judged
   * @param certainty what the outputs give the class that was read
   */
  private record Misread(int sample, int readAs, double certainty) {
    /** What is not a number comes last. */
    double order() {
      return Double.isNaN(certainty) ? Double.NEGATIVE_INFINITY : certainty;
    }
  }

  MisreadSamples(TrainingRun run) {
    judged = run.judged();
    for (int s = 0; s < judged.size(); s++) {
      double[] outputs = run.outputs()[s];
      int readAs = DataSet.decision(outputs);
      if (readAs != judged.label(s)) {
        boolean no = outputs.length == 1 && readAs == 0;
        double certainty = no ? 1.0 - outputs[0] : outputs[outputs.length == 1 ? 0 : readAs];
        all.add(new Misread(s, readAs, certainty));
      }
    }
    all.sort(Comparator.comparingDouble(Misread::order).reversed());
    shares =
        Arrays.stream(run.outputs())
            .flatMapToDouble(Arrays::stream)
            .allMatch(output -> output >= 0.0 && output <= 1.0);
  }

  /** How many there are, and which are shown; that there is none, if so. */
  String sentence() {
    if (all.isEmpty()) {
      return "None: every sample was read right.";
    }
    if (all.size() == 1) {
      return "Only one was misread.";
    }
    String which = all.size() > MOST ? "the %d most certain errors".formatted(MOST) : "all of them";
    return "%d were misread; %s, the most certain first.".formatted(all.size(), which);
  }

  /** The samples themselves, at least one. */
  Element element() {
    return judged.pictures().map(this::pictures).orElseGet(this::table);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  private Element pictures(PictureSize size) {
    SamplePicture picture = new SamplePicture(judged, size);
    Element list = Element.of("ul").with("class", "misread");
    for (Misread misread : all.subList(0, StrictMath.min(MOST, all.size()))) {
      String place = judged.place(misread.sample());
      Element image =
          Element.of("img")
              .with("src", picture.address(misread.sample()))
              .with("width", size.width())
              .with("height", size.height())
              .with("alt", place);
      Element what = Element.of("span").add(Element.of("b", is(misread)));
      what.text(" read as ").add(Element.of("b", readAs(misread)));
      String certainty = shares ? certainty(misread) + " certain" : "output " + certainty(misread);
      Element small = Element.of("small", certainty);
      list.add(Element.of("li").add(image, what, small, Element.of("small", place)));
    }
    return list;
  }

  private Element table() {
    int inputs = judged.inputs();
    String listed =
        inputs > MOST_INPUTS ? "first %d of %d inputs".formatted(MOST_INPUTS, inputs) : "inputs";
    String certainty = shares ? "certainty" : "output";
    ReportTable table = new ReportTable(List.of("sample", listed, "it is", "read as", certainty));
    for (Misread misread : all.subList(0, StrictMath.min(MOST, all.size()))) {
      table.row(
          judged.place(misread.sample()),
          inputs(judged.input(misread.sample())),
          is(misread),
          readAs(misread),
          certainty(misread));
    }
    return table.element("Misread samples");
  }

  private String is(Misread misread) {
    return ReportWording.name(judged.classes().get(judged.label(misread.sample())));
  }

  private String readAs(Misread misread) {
    return ReportWording.name(judged.classes().get(misread.readAs()));
  }

  private String certainty(Misread misread) {
    return shares
        ? ReportWording.percent(100.0 * misread.certainty())
        : ReportWording.number(misread.certainty());
  }

  private static String inputs(double[] input) {
    return Arrays.stream(input)
        .limit(MOST_INPUTS)
        .mapToObj(number -> NumberText.rounded(number, MOST_INPUTS).replace('-', '−'))
        .collect(Collectors.joining(", "));
  }
}
