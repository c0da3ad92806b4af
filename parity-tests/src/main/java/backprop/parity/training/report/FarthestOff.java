package backprop.parity.training.report;

import backprop.parity.html.Element;
import backprop.parity.training.data.DataSet;
import backprop.parity.training.descent.GoodnessOfFit;
import backprop.parity.training.descent.TrainingRun;
import java.util.ArrayList;
import java.util.List;

/**
 * The predictions that are farthest from what was expected. Outputs in different units are compared
 * by the deviation of each: otherwise the one with the largest numbers would fill the table.
 */
final class FarthestOff {
  private static final int MOST = 12;

  private FarthestOff() {}

  /** One number that was predicted; the difference counted in deviations of the output's targets. */
  private record Entry(int output, Prediction prediction, double deviations) {
    double distance() {
      return StrictMath.abs(deviations);
    }
  }

  static Element element(TrainingRun run) {
    DataSet judged = run.judged();
    boolean several = judged.outputs() > 1;
    ReportTable table =
        new ReportTable(
            several
                ? List.of(
                    "sample", "output", "expected", "predicted", "difference", "in deviations")
                : List.of("sample", "expected", "predicted", "difference"));
    entries(run).stream()
        .sorted((one, other) -> Double.compare(other.distance(), one.distance()))
        .limit(MOST)
        .forEach(
            entry -> {
              Prediction prediction = entry.prediction();
              String place = judged.place(prediction.sample());
              String expected = ReportWording.number(prediction.expected());
              String predicted = ReportWording.number(prediction.predicted());
              String difference = ReportWording.number(prediction.difference());
              if (several) {
                String output = ReportWording.name(judged.columns().target(entry.output()));
                String deviations = ReportWording.number(entry.deviations());
                table.row(place, output, expected, predicted, difference, deviations);
              } else {
                table.row(place, expected, predicted, difference);
              }
            });
    return table.element("Farthest off");
  }

  /** Targets that are all the same have no deviation, and leave the difference as it is. */
  private static List<Entry> entries(TrainingRun run) {
    List<GoodnessOfFit> fits = GoodnessOfFit.of(run.judged(), run.outputs());
    List<Entry> entries = new ArrayList<>();
    for (int j = 0; j < fits.size(); j++) {
      double deviation = fits.get(j).deviation();
      for (Prediction prediction : Prediction.of(run, j)) {
        double deviations = prediction.difference() / (deviation > 0.0 ? deviation : 1.0);
        entries.add(new Entry(j, prediction, deviations));
      }
    }
    return entries;
  }
}
