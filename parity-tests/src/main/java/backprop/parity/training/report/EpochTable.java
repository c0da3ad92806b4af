package backprop.parity.training.report;

import backprop.parity.html.Element;
import backprop.parity.training.descent.Epoch;
import backprop.parity.training.descent.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** The numbers behind the curves, folded away. */
final class EpochTable {
  private static final int LONGEST = 500;

  private final List<Epoch> epochs;
  private final List<Curve> costs;
  private final List<Curve> accuracies;

  EpochTable(TrainingRun run) {
    LearningCurves curves = new LearningCurves(run);
    this.epochs = run.epochs();
    this.costs = curves.costs();
    this.accuracies = curves.accuracies();
  }

  Element element() {
    int every = (epochs.size() - 1) / LONGEST + 1;
    String left = every == 1 ? "" : ", one of every %d epochs and the last".formatted(every);
    Element head = Element.of("tr").add(heading("epoch"));
    costs.forEach(curve -> head.add(heading("cost, " + curve.name())));
    accuracies.forEach(curve -> head.add(heading("accuracy, " + curve.name())));
    head.add(heading("seconds"));
    Element body = Element.of("tbody");
    for (int index = 0; index < epochs.size(); index += every) {
      body.add(row(index));
    }
    if ((epochs.size() - 1) % every != 0) {
      body.add(row(epochs.size() - 1));
    }
    Element table = Element.of("table").with("class", "numbers");
    table.add(ScrollBox.caption("Every epoch of the curves" + left));
    table.add(Element.of("thead").add(head), body);
    return Element.of("details")
        .add(Element.of("summary", "The numbers of the curves"), ScrollBox.of("Epochs", table));
  }

  private static Element heading(String text) {
    return Element.of("th", text).with("scope", "col");
  }

  private Element row(int index) {
    Element row = Element.of("tr");
    row.add(Element.of("th", "" + epochs.get(index).number()).with("scope", "row"));
    row.add(cells(costs, index, ReportWording::number));
    row.add(cells(accuracies, index, ReportWording::percent));
    return row.add(Element.of("td", ReportWording.number(epochs.get(index).seconds())));
  }

  private static List<Element> cells(
      List<Curve> curves, int index, DoubleFunction<String> wording) {
    List<Element> cells = new ArrayList<>();
    for (Curve curve : curves) {
      cells.add(Element.of("td", wording.apply(curve.values()[index])));
    }
    return cells;
  }
}
