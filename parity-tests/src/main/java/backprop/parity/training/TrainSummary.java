package backprop.parity.training;

import backprop.loops.Activation;
import backprop.loops.Network;
import backprop.parity.model.Plural;
import backprop.parity.terminal.Wrapped;
import backprop.parity.terms.NumberText;
import backprop.parity.training.data.ColumnNames;
import backprop.parity.training.data.DataSet;
import backprop.parity.training.data.LeastSquaresLine;
import backprop.parity.training.descent.BitParity;
import backprop.parity.training.descent.Confusion;
import backprop.parity.training.descent.Epoch;
import backprop.parity.training.descent.Examination;
import backprop.parity.training.descent.GoodnessOfFit;
import backprop.parity.training.descent.TrainingSamples;
import backprop.parity.training.descent.TrainingTime;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * What a training came to, on lines with a label.
 *
 * @param width of the longest line, in columns
 */
record TrainSummary(TrainingSamples samples, int width, PrintStream out) {
  private static final int LABEL = 10;
  private static final int MIXUPS_SHOWN = 3;
  private static final int OUTPUTS_SHOWN = 4;

  /** A text, which goes on below itself where it is too long. */
  void line(String label, String text) {
    Wrapped.behind(labelled(label), LABEL, text, width).forEach(out::println);
  }

  /** Something to copy, which has to stay on one line. */
  void command(String label, String text) {
    out.println(labelled(label) + text);
  }

  private static String labelled(String label) {
    return label + " ".repeat(LABEL - label.length());
  }

  /** How well the network does on the samples to judge by. */
  void result(Examination judged) {
    DataSet data = samples.judged();
    String which = samples.inUnits().heldOut().isPresent() ? "held out" : "learned";
    String cost = "cost " + NumberText.rounded(judged.score().cost(), 4);
    String asked = Plural.grouped(data.size(), "sample");
    if (data.classes().isEmpty()) {
      line(which, "%s on %s".formatted(cost, asked));
      line("error", errors(data.columns(), GoodnessOfFit.of(data, judged.outputs())));
      return;
    }
    Confusion confusion = Confusion.of(data, judged.outputs());
    String right = Plural.grouped(confusion.right());
    double share = judged.score().accuracy().orElseThrow();
    String percent = String.format(Locale.ROOT, "%.2f %%", 100.0 * share);
    line(which, "%s right, %s of %s; %s".formatted(percent, right, asked, cost));
    if (confusion.right() < data.size()) {
      line("misread", mixups(confusion));
    }
  }

  private static String errors(ColumnNames columns, List<GoodnessOfFit> fits) {
    StringJoiner errors = new StringJoiner("; ", "root mean square ", "");
    for (int j = 0; j < StrictMath.min(fits.size(), OUTPUTS_SHOWN); j++) {
      GoodnessOfFit fit = fits.get(j);
      boolean named = fits.size() > 1 || !columns.targets().isEmpty();
      String of = named ? " of " + columns.target(j) : "";
      String share =
          fit.determination().isPresent()
              ? ", R² " + NumberText.rounded(fit.determination().getAsDouble(), 4)
              : "";
      errors.add(NumberText.rounded(fit.rootMeanSquare(), 4) + of + share);
    }
    return fits.size() > OUTPUTS_SHOWN ? errors.add("…").toString() : errors.toString();
  }

  private static String mixups(Confusion confusion) {
    List<Confusion.Mixup> mixups = confusion.mixups();
    String most =
        mixups.stream()
            .limit(MIXUPS_SHOWN)
            .map(
                mixup ->
                    "%s as %s%s"
                        .formatted(
                            confusion.classes().get(mixup.was()),
                            confusion.classes().get(mixup.readAs()),
                            mixup.count() > 1 ? " ×" + mixup.count() : ""))
            .collect(Collectors.joining(", "));
    return mixups.size() > MIXUPS_SHOWN ? most + ", …" : most;
  }

  /** A straight line in the units of the data, and the one that least squares gives. */
  void straightLine(Network trained) {
    if (trained.depth() > 1 || trained.layer(1).activation() != Activation.IDENTITY) {
      return;
    }
    DataSet data = samples.inUnits().training();
    LeastSquaresLine.through(data)
        .ifPresent(
            best -> {
              Network inUnits = samples.inUnits(trained);
              double slope = inUnits.layer(1).weights()[0][0];
              double intercept = inUnits.layer(1).biases()[0];
              line("line", equation(data.columns(), slope, intercept) + ", by descent");
              line("formula", equation(data.columns(), best.slope(), best.intercept()));
            });
  }

  private static String equation(ColumnNames names, double slope, double intercept) {
    String x = names.inputs().isEmpty() ? "x" : names.input(0);
    String y = names.targets().isEmpty() ? "y" : names.target(0);
    String sign = intercept < 0.0 ? "-" : "+";
    String size = NumberText.rounded(StrictMath.abs(intercept), 6);
    return "%s = %s * %s %s %s".formatted(y, NumberText.rounded(slope, 6), x, sign, size);
  }

  /** Whether two sources have the same bits in the end. */
  void bits(BitParity parity, long updates, List<String> sources) {
    String sentence = "after %s updates %s of %s weights and biases have the same 64 bits in %s";
    line(
        "bits",
        sentence.formatted(
            Plural.grouped(updates),
            Plural.grouped(parity.identical()),
            Plural.grouped(parity.compared()),
            String.join(" and ", sources)));
    parity.firstDifference().ifPresent(difference -> line("", "first " + difference));
  }

  /** How long it took. */
  void time(List<Epoch> epochs) {
    double total = epochs.stream().mapToDouble(Epoch::seconds).sum();
    if (!epochs.isEmpty()) {
      String each = TrainingTime.text(total / epochs.size());
      line("time", "%s to learn, %s an epoch".formatted(TrainingTime.text(total), each));
    }
  }
}
