package backprop.parity.training.report;

import backprop.parity.html.Element;
import backprop.parity.model.Plural;
import backprop.parity.training.descent.Epoch;
import backprop.parity.training.descent.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cost and accuracy, epoch by epoch, while learning and on the samples held out. */
final class LearningCurves {
  /** From so many times the lowest cost on, only a logarithmic scale shows both. */
  private static final double WIDE = 50.0;

  /** So many epochs at most are listed. */
  private static final int LONGEST = 500;

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

  /** Both drawings, and the numbers behind them folded away. */
  List<Element> elements() {
    return List.of(charts(), numbers());
  }

  private Element charts() {
    Element row = Element.of("div").with("class", "charts");
    Axis cost = costAxis(costs());
    String title =
        cost.logarithmic() ? "Cost per sample, on a logarithmic scale" : "Cost per sample";
    String unit = cost.title("cost per sample");
    row.add(figure("cost", title, cost, unit, costs(), ReportWording::number));
    if (!accuracies().isEmpty()) {
      Axis percent = percentAxis(accuracies());
      String share = percent.title("samples read right");
      row.add(figure("accuracy", "Accuracy", percent, share, accuracies(), ReportWording::percent));
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
      String id,
      String title,
      Axis upwards,
      String upwardsTitle,
      List<Curve> curves,
      DoubleFunction<String> wording) {
    Axis across = Axis.counting(epochs.get(0).number(), epochs.get(epochs.size() - 1).number());
    Chart chart = new Chart(id, across, across.title("epoch"), upwards, upwardsTitle);
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
      figure.add(Element.of("p", sentence.formatted(Plural.grouped(missing, "point"))));
    }
    return figure;
  }

  /** What a line shows, and where it ended. */
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

  private Element numbers() {
    int every = (epochs.size() - 1) / LONGEST + 1;
    String left = every == 1 ? "" : ", one of every %d epochs and the last".formatted(every);
    List<String> headings = new ArrayList<>(List.of("epoch"));
    costs().forEach(curve -> headings.add("cost, " + curve.name()));
    accuracies().forEach(curve -> headings.add("accuracy, " + curve.name()));
    headings.add("seconds");
    ReportTable table = new ReportTable(headings).caption("Every epoch of the curves" + left);
    int last = epochs.size() - 1;
    List<Curve> costs = costs();
    List<Curve> accuracies = accuracies();
    IntStream.rangeClosed(0, last)
        .filter(index -> index % every == 0 || index == last)
        .forEach(
            index -> {
              List<String> cells = new ArrayList<>();
              costs.forEach(curve -> cells.add(ReportWording.number(curve.values()[index])));
              accuracies.forEach(curve -> cells.add(ReportWording.percent(curve.values()[index])));
              cells.add(ReportWording.number(epochs.get(index).seconds()));
              table.row("" + epochs.get(index).number(), cells.toArray(String[]::new));
            });
    return Element.of("details")
        .add(Element.of("summary", "The numbers of the curves"), table.element("Epochs"));
  }
}
