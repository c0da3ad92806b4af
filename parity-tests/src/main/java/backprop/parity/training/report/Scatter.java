package backprop.parity.training.report;

import backprop.parity.html.Element;
import backprop.parity.model.Plural;
import backprop.parity.model.Printable;
import backprop.parity.training.data.DataSet;
import backprop.parity.training.descent.TrainingRun;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Points of measured samples: predicted against expected, and the line through them. */
final class Scatter {
  /** No more points than can be told apart, evenly taken from all. */
  private static final int MOST_POINTS = 1000;

  private static final int LONGEST_TITLE = 24;

  private final DataSet judged;
  private final int output;
  private final List<Prediction> finite;
  private final int missing;

  Scatter(TrainingRun run, int output) {
    this.judged = run.judged();
    this.output = output;
    List<Prediction> all = Prediction.of(run, output);
    this.finite = all.stream().filter(Prediction::isFinite).toList();
    this.missing = all.size() - finite.size();
  }

  /** Every sample as a point; on the diagonal both are equal. */
  Element predictedAgainstExpected() {
    Axis both =
        axis(finite.stream().flatMapToDouble(p -> DoubleStream.of(p.expected(), p.predicted())));
    Chart chart =
        new Chart(
            "predicted-" + output, both, both.title("expected"), both, both.title("predicted"));
    String from = chart.point(both.low(), both.low());
    chart.path("diagonal", "M" + from + " L" + chart.point(both.high(), both.high()));
    chart.path("points", points(chart, Prediction::expected, Prediction::predicted));
    String description = "A point per sample; where it lies on the diagonal, both are equal.";
    String title = "Predicted against expected" + several();
    return figure(title, description, chart, key("equal", "both equal"));
  }

  /** For one input: the samples, and what the network makes of each of their inputs. */
  Element fittedLine() {
    List<Prediction> drawn = finite.stream().filter(p -> Double.isFinite(input(p))).toList();
    Axis across = axis(drawn.stream().mapToDouble(this::input));
    Axis upwards =
        axis(drawn.stream().flatMapToDouble(p -> DoubleStream.of(p.expected(), p.predicted())));
    Chart chart =
        new Chart(
            "fitted-" + output,
            across,
            across.title(title(judged.columns().inputs(), judged.columns().input(0), "input")),
            upwards,
            upwards.title(
                title(judged.columns().targets(), judged.columns().target(output), "output")));
    chart.path("points", points(chart, this::input, Prediction::expected));
    String line =
        thinned(drawn.stream().sorted(Comparator.comparingDouble(this::input)).toList())
            .map(p -> chart.point(input(p), p.predicted()))
            .collect(Collectors.joining(" L", "M", ""));
    chart.path("curve fitted", drawn.isEmpty() ? "" : line);
    String description = "The samples as points, and the network's prediction as a line.";
    String title = "The line through the data" + several();
    return figure(title, description, chart, key("fitted", "predicted"));
  }

  /** A column's name, which has to leave room for where the axis starts. */
  private static String title(List<String> names, String name, String otherwise) {
    return names.isEmpty() ? otherwise : Printable.shortened(name, LONGEST_TITLE);
  }

  private String several() {
    return judged.outputs() > 1 ? ", " + ReportWording.name(judged.columns().target(output)) : "";
  }

  private double input(Prediction prediction) {
    return judged.input(prediction.sample())[0];
  }

  private static Axis axis(DoubleStream numbers) {
    double[] all = numbers.toArray();
    double lowest = DoubleStream.of(all).min().orElse(0.0);
    return Axis.linear(lowest, DoubleStream.of(all).max().orElse(1.0));
  }

  private String points(
      Chart chart, ToDoubleFunction<Prediction> across, ToDoubleFunction<Prediction> upwards) {
    return thinned(finite)
        .map(p -> "M" + chart.point(across.applyAsDouble(p), upwards.applyAsDouble(p)) + "h0")
        .collect(Collectors.joining(" "));
  }

  private static Stream<Prediction> thinned(List<Prediction> predictions) {
    int every = (predictions.size() - 1) / MOST_POINTS + 1;
    return Stream.iterate(0, index -> index < predictions.size(), index -> index + every)
        .map(predictions::get);
  }

  private static Element key(String style, String text) {
    return Element.of("span", text).with("class", "key " + style);
  }

  private Element figure(String title, String description, Chart chart, Element key) {
    Element caption = Element.of("figcaption").add(Element.of("h3", title));
    caption.add(key("sample", "sample"), key);
    Element figure = Element.of("figure").add(caption, chart.element(title, description));
    if (missing > 0) {
      String sentence = "Not drawn: %s, being infinite or not a number.";
      figure.add(Element.of("p", sentence.formatted(Plural.grouped(missing, "sample"))));
    }
    return figure;
  }
}
