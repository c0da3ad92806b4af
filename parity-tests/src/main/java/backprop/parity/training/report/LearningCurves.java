package backprop.parity.training.report;

import backprop.parity.html.Element;
import backprop.parity.training.descent.Epoch;
import backprop.parity.training.descent.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Cost and accuracy, epoch by epoch, while learning and on the samples held out. */
final class LearningCurves {
  /** From so many times the lowest cost on, only a logarithmic scale shows both. */
  private static final double WIDE = 50.0;

  private final List<Epoch> epochs;

  LearningCurves(TrainingRun run) {
    this.epochs = run.epochs();
  }

  /** The cost of both kinds of samples. */
  List<Curve> costs() {
    return curves(Epoch.Score::cost);
  }

  /** The accuracy of both in percent, or nothing if nothing is chosen. */
  List<Curve> accuracies() {
    boolean chosen = epochs.get(0).training().accuracy().isPresent();
    return chosen ? curves(score -> 100.0 * score.accuracy().orElse(Double.NaN)) : List.of();
  }

  private List<Curve> curves(ToDoubleFunction<Epoch.Score> number) {
    int[] numbers = epochs.stream().mapToInt(Epoch::number).toArray();
    List<Curve> curves = new ArrayList<>();
    double[] training =
        epochs.stream().mapToDouble(epoch -> number.applyAsDouble(epoch.training())).toArray();
    curves.add(new Curve("while learning", "training", numbers, training));
    if (epochs.get(0).heldOut().isPresent()) {
      double[] heldOut =
          epochs.stream()
              .mapToDouble(epoch -> epoch.heldOut().map(number::applyAsDouble).orElse(Double.NaN))
              .toArray();
      curves.add(new Curve("held out", "held-out", numbers, heldOut));
    }
    return curves;
  }

  /** Both drawings. */
  Element element() {
    Element row = Element.of("div").with("class", "charts");
    Axis cost = costAxis(costs());
    String title =
        cost.logarithmic() ? "Cost per sample, on a logarithmic scale" : "Cost per sample";
    row.add(figure("cost", title, cost, costs(), ReportWording::number));
    if (!accuracies().isEmpty()) {
      Axis percent = percentAxis(accuracies());
      row.add(figure("accuracy", "Accuracy", percent, accuracies(), ReportWording::percent));
    }
    return row;
  }

  private static Axis costAxis(List<Curve> curves) {
    double lowest = lowest(curves);
    double highest = highest(curves);
    return lowest > 0.0 && highest / WIDE > lowest
        ? Axis.logarithmic(lowest, highest)
        : Axis.linear(lowest, highest);
  }

  private static Axis percentAxis(List<Curve> curves) {
    double lowest = lowest(curves);
    double highest = highest(curves);
    return (lowest < highest ? Axis.linear(lowest, highest) : Axis.linear(0.0, 100.0)).inPercent();
  }

  private static double lowest(List<Curve> curves) {
    return curves.stream().flatMapToDouble(Curve::finite).min().orElse(0.0);
  }

  private static double highest(List<Curve> curves) {
    return curves.stream().flatMapToDouble(Curve::finite).max().orElse(1.0);
  }

  private Element figure(
      String id, String title, Axis upwards, List<Curve> curves, DoubleFunction<String> wording) {
    Axis across = Axis.counting(epochs.get(0).number(), epochs.get(epochs.size() - 1).number());
    Chart chart = new Chart(id, across, "epoch", upwards);
    Element caption = Element.of("figcaption").add(Element.of("h3", title));
    for (Curve curve : curves) {
      curve.drawInto(chart);
      caption.add(key(curve, wording));
    }
    String description =
        curves.stream()
            .map(curve -> development(curve, wording))
            .collect(Collectors.joining("; ", "", "."));
    Element figure = Element.of("figure").add(caption, chart.element(title, description));
    int missing = curves.stream().mapToInt(Curve::missing).sum();
    if (missing > 0) {
      String sentence = "Not drawn: %s, being infinite or not a number.";
      figure.add(Element.of("p", sentence.formatted(ReportWording.count(missing, "point"))));
    }
    return figure;
  }

  /** Which line it is, and where it ended. */
  private static Element key(Curve curve, DoubleFunction<String> wording) {
    return Element.of("span", curve.name() + " ")
        .with("class", "key " + curve.style())
        .add(Element.of("b", wording.apply(curve.last())));
  }

  private static String development(Curve curve, DoubleFunction<String> wording) {
    int last = curve.values().length - 1;
    return "%s: %s after epoch %d, %s after epoch %d"
        .formatted(
            curve.name(),
            wording.apply(curve.values()[0]),
            curve.epochs()[0],
            wording.apply(curve.values()[last]),
            curve.epochs()[last]);
  }
}
