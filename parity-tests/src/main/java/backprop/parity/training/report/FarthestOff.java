package backprop.parity.training.report;

import backprop.parity.html.Element;
import backprop.parity.training.data.DataSet;
import backprop.parity.training.descent.GoodnessOfFit;
import backprop.parity.training.descent.TrainingRun;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The predictions that are farthest from what was expected. Outputs in different units are compared
 * by the deviation of each: else the one with the largest numbers had all the places.
 */
final class FarthestOff {
  private static final int MOST = 12;

  private final TrainingRun run;
  private final DataSet judged;
  private final List<GoodnessOfFit> fits;

  FarthestOff(TrainingRun run) {
    this.run = run;
    this.judged = run.judged();
    this.fits = GoodnessOfFit.of(judged, run.outputs());
  }

  Element element() {
    Element head = Element.of("tr");
    for (String title : titles()) {
      head.add(Element.of("th", title).with("scope", "col"));
    }
    Element body = Element.of("tbody");
    IntStream.range(0, judged.outputs())
        .boxed()
        .flatMap(output -> entries(output).stream())
        .sorted((one, other) -> Double.compare(other.distance(), one.distance()))
        .limit(MOST)
        .forEach(entry -> body.add(row(entry)));
    Element table = Element.of("table").with("class", "numbers");
    return ScrollBox.of("Farthest off", table.add(Element.of("thead").add(head), body));
  }

  private List<String> titles() {
    return several()
        ? List.of("sample", "output", "expected", "predicted", "difference", "in deviations")
        : List.of("sample", "expected", "predicted", "difference");
  }

  private boolean several() {
    return judged.outputs() > 1;
  }

  /**
   * One line of the table.
   *
   * @param deviations how often the deviation of the output's targets goes into the difference
   */
  private record Entry(int output, Prediction prediction, double deviations) {
    double distance() {
      return StrictMath.abs(deviations);
    }
  }

  private List<Entry> entries(int output) {
    return Prediction.farthestFirst(Prediction.of(run, output)).stream()
        .limit(MOST)
        .map(prediction -> new Entry(output, prediction, deviations(output, prediction)))
        .toList();
  }

  /** Targets that are all the same have no deviation, and leave the difference as it is. */
  private double deviations(int output, Prediction prediction) {
    double deviation = fits.get(output).deviation();
    return prediction.difference() / (deviation > 0.0 ? deviation : 1.0);
  }

  private Element row(Entry entry) {
    Prediction prediction = entry.prediction();
    String place = judged.place(prediction.sample());
    Element row = Element.of("tr").add(Element.of("th", place).with("scope", "row"));
    if (several()) {
      row.add(Element.of("td", ReportWording.name(judged.columns().target(entry.output()))));
    }
    row.add(
        Element.of("td", ReportWording.number(prediction.expected())),
        Element.of("td", ReportWording.number(prediction.predicted())),
        Element.of("td", ReportWording.number(prediction.difference())));
    return several() ? row.add(Element.of("td", ReportWording.number(entry.deviations()))) : row;
  }
}
