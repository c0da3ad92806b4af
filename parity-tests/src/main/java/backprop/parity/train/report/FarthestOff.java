package backprop.parity.train.report;

import backprop.parity.html.Element;
import backprop.parity.train.TrainingRun;
import java.util.List;
import java.util.stream.IntStream;

/** The predictions that are farthest from what was expected. */
final class FarthestOff {
  private static final int MOST = 12;

  private final TrainingRun run;

  FarthestOff(TrainingRun run) {
    this.run = run;
  }

  Element element() {
    boolean several = run.judged().outputs() > 1;
    Element head = Element.of("tr");
    String sample = several ? "sample, output" : "sample";
    for (String title : List.of(sample, "expected", "predicted", "difference")) {
      head.add(Element.of("th", title).with("scope", "col"));
    }
    Element body = Element.of("tbody");
    IntStream.range(0, run.judged().outputs())
        .boxed()
        .flatMap(output -> entries(output).stream())
        .sorted((one, other) -> Double.compare(other.distance(), one.distance()))
        .limit(MOST)
        .forEach(entry -> body.add(row(entry, several)));
    Element table = Element.of("table").with("class", "numbers");
    return ScrollBox.of("Farthest off", table.add(Element.of("thead").add(head), body));
  }

  private record Entry(int output, Prediction prediction) {
    double distance() {
      return prediction.distance();
    }
  }

  private List<Entry> entries(int output) {
    return Prediction.farthestFirst(Prediction.of(run, output)).stream()
        .limit(MOST)
        .map(prediction -> new Entry(output, prediction))
        .toList();
  }

  private static Element row(Entry entry, boolean several) {
    Prediction prediction = entry.prediction();
    String sample = Integer.toString(prediction.sample() + 1);
    String name = several ? sample + ", " + (entry.output() + 1) : sample;
    return Element.of("tr")
        .add(
            Element.of("th", name).with("scope", "row"),
            Element.of("td", Wording.number(prediction.expected())),
            Element.of("td", Wording.number(prediction.predicted())),
            Element.of("td", Wording.number(prediction.difference())));
  }
}
