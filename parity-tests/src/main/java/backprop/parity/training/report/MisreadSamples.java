package backprop.parity.training.report;

import backprop.parity.html.Element;
import backprop.parity.terms.NumberText;
import backprop.parity.training.data.DataSet;
import backprop.parity.training.data.PictureSize;
import backprop.parity.training.descent.TrainingRun;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The samples that were misread with the greatest certainty: as pictures, if they are some. */
final class MisreadSamples {
  private static final int MOST = 24;
  private static final int MOST_INPUTS = 6;

  private final DataSet judged;
  private final List<MisreadSample> shown;
  private final int all;
  private final boolean shares;

  MisreadSamples(TrainingRun run) {
    List<MisreadSample> misread = MisreadSample.of(run);
    this.judged = run.judged();
    this.all = misread.size();
    this.shown = misread.stream().limit(MOST).toList();
    this.shares = MisreadSample.shares(run);
  }

  /** How many there are, and which are shown; that there is none, if so. */
  String sentence() {
    if (all == 0) {
      return "None: every sample was read right.";
    }
    if (all == 1) {
      return "Only one was misread.";
    }
    String which = all > MOST ? "the %d most certain errors".formatted(MOST) : "all of them";
    return "%d were misread; %s, the most certain first.".formatted(all, which);
  }

  /** The samples themselves, at least one. */
  Element element() {
    return judged.pictures().map(this::pictures).orElseGet(this::table);
  }

  boolean isEmpty() {
    return all == 0;
  }

  private Element pictures(PictureSize size) {
    SamplePicture picture = new SamplePicture(judged, size);
    Element list = Element.of("ul").with("class", "misread");
    for (MisreadSample misread : shown) {
      Element image =
          Element.of("img")
              .with("src", picture.address(misread.sample()))
              .with("width", size.width())
              .with("height", size.height())
              .with("alt", judged.place(misread.sample()));
      Element what = Element.of("span").add(Element.of("b", className(misread.was())));
      what.text(" read as ").add(Element.of("b", className(misread.readAs())));
      String certainty = misread.certaintyText(shares);
      String told = shares ? certainty + " certain" : "output " + certainty;
      Element place = Element.of("small", judged.place(misread.sample()));
      list.add(Element.of("li").add(image, what, Element.of("small", told), place));
    }
    return list;
  }

  private Element table() {
    Element head = Element.of("tr");
    String certainty = shares ? "certainty" : "output";
    for (String title : List.of("sample", inputTitle(), "it is", "read as", certainty)) {
      head.add(Element.of("th", title).with("scope", "col"));
    }
    Element body = Element.of("tbody");
    for (MisreadSample misread : shown) {
      Element place = Element.of("th", judged.place(misread.sample())).with("scope", "row");
      body.add(
          Element.of("tr")
              .add(
                  place,
                  Element.of("td", inputs(judged.input(misread.sample()))),
                  Element.of("td", className(misread.was())),
                  Element.of("td", className(misread.readAs())),
                  Element.of("td", misread.certaintyText(shares))));
    }
    Element table = Element.of("table").with("class", "numbers");
    return ScrollBox.of("Misread samples", table.add(Element.of("thead").add(head), body));
  }

  private String className(int index) {
    return ReportWording.name(judged.classes().get(index));
  }

  private String inputTitle() {
    int inputs = judged.inputs();
    return inputs > MOST_INPUTS ? "first %d of %d inputs".formatted(MOST_INPUTS, inputs) : "inputs";
  }

  private static String inputs(double[] input) {
    return Arrays.stream(input)
        .limit(MOST_INPUTS)
        .mapToObj(number -> NumberText.rounded(number, MOST_INPUTS).replace('-', '−'))
        .collect(Collectors.joining(", "));
  }
}
