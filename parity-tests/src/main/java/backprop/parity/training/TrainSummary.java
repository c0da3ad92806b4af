package backprop.parity.training;

import backprop.loops.Activation;
import backprop.loops.Network;
import backprop.parity.terms.NumberText;
import backprop.parity.training.data.ColumnNames;
import backprop.parity.training.data.DataSet;
import backprop.parity.training.data.LeastSquaresLine;
import backprop.parity.training.descent.Examination;
import backprop.parity.training.descent.GoodnessOfFit;
import backprop.parity.training.descent.TrainingSamples;
import backprop.parity.training.descent.TurningPoint;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a training came to. */
record TrainSummary(TrainingSamples material, PrintStream out) {
  private static final int CONFUSIONS = 3;
  private static final int OUTPUTS_SHOWN = 4;

  /** One line of the summary. */
  void line(String label, String text) {
    out.printf("%-10s%s%n", label, text);
  }

  /** How well the network does on the samples to judge by. */
  void result(Examination judged) {
    DataSet data = material.judged();
    String which = material.inUnits().heldOut().isPresent() ? "held out" : "learned";
    String cost = "cost " + NumberText.rounded(judged.score().cost(), 4);
    String samples =
        TrainSettingsText.count(data.size()) + (data.size() == 1 ? " sample" : " samples");
    if (data.classes().isEmpty()) {
      line(which, "%s on %s".formatted(cost, samples));
      line("error", errors(data.columns(), GoodnessOfFit.of(data, judged.outputs())));
      return;
    }
    double share = judged.score().accuracy().orElseThrow();
    long right = StrictMath.round(share * data.size());
    String percent = String.format(Locale.ROOT, "%.2f %%", 100.0 * share);
    String text = "%s right, %s of %s; %s";
    line(which, text.formatted(percent, TrainSettingsText.count(right), samples, cost));
    if (right < data.size()) {
      line("misread", confusions(data, judged.outputs()));
    }
  }

  private static String errors(ColumnNames columns, List<GoodnessOfFit> fits) {
    StringJoiner errors = new StringJoiner("; ", "root mean square ", "");
    for (int j = 0; j < StrictMath.min(fits.size(), OUTPUTS_SHOWN); j++) {
      GoodnessOfFit fit = fits.get(j);
      String size = NumberText.rounded(fit.rootMeanSquare(), 4);
      String share =
          fit.determination().isPresent()
              ? ", R² " + NumberText.rounded(fit.determination().getAsDouble(), 4)
              : "";
      errors.add(size + of(columns, j, fits.size()) + share);
    }
    return fits.size() > OUTPUTS_SHOWN ? errors.add("…").toString() : errors.toString();
  }

  private static String of(ColumnNames columns, int j, int outputs) {
    return outputs > 1 || !columns.targets().isEmpty() ? " of " + columns.target(j) : "";
  }

  /** The most frequent ones. */
  private static String confusions(DataSet data, double[][] outputs) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int s = 0; s < data.size(); s++) {
      int readAs = DataSet.decision(outputs[s]);
      if (readAs != data.label(s)) {
        String pair =
            "%s as %s".formatted(data.classes().get(data.label(s)), data.classes().get(readAs));
        counts.merge(pair, 1, Integer::sum);
      }
    }
    String most =
        counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(CONFUSIONS)
            .map(entry -> entry.getKey() + (entry.getValue() > 1 ? " ×" + entry.getValue() : ""))
            .collect(Collectors.joining(", "));
    return counts.size() > CONFUSIONS ? most + ", …" : most;
  }

  /** That it learned for too long, and what would have helped. */
  void turningPoint(TurningPoint turn) {
    String sentence =
        "held-out cost was lowest after epoch %d (%s); --stop-after %d keeps the best";
    line(
        "hint",
        sentence.formatted(turn.epoch(), NumberText.rounded(turn.cost(), 4), turn.patience()));
  }

  /** For a straight line: the line in the units of the data, and the one it should be. */
  void straightLine(Network trained) {
    boolean single = trained.depth() == 1 && trained.layer(1).activation() == Activation.IDENTITY;
    if (!single) {
      return;
    }
    DataSet data = material.inUnits().training();
    LeastSquaresLine.through(data)
        .ifPresent(
            best -> {
              Network inUnits = material.inUnits(trained);
              double slope = inUnits.layer(1).weights()[0][0];
              double intercept = inUnits.layer(1).biases()[0];
              line("line", equation(data.columns(), slope, intercept) + ", by descent");
              line(
                  "", equation(data.columns(), best.slope(), best.intercept()) + ", least squares");
            });
  }

  private static String equation(ColumnNames names, double slope, double intercept) {
    String x = names.inputs().isEmpty() ? "x" : names.input(0);
    String y = names.targets().isEmpty() ? "y" : names.target(0);
    String sign = intercept < 0.0 ? "-" : "+";
    String size = NumberText.rounded(StrictMath.abs(intercept), 6);
    return "%s = %s * %s %s %s".formatted(y, NumberText.rounded(slope, 6), x, sign, size);
  }
}
