package backprop.parity.explain;

import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.Layout;
import backprop.parity.model.Plural;
import backprop.parity.model.Quantity.Shape;
import backprop.parity.model.Result;
import backprop.parity.terms.CostTerms;
import backprop.parity.terms.Expansions;
import backprop.parity.terms.LayoutNotation;
import backprop.parity.terms.NumberText;
import backprop.parity.terms.SlotRule;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Step 3: the cost of the batch in both twins. */
final class CostStep {
  static final int NUMBER = 3;

  private static final int MOST_SAMPLES = 4;
  private static final int MOST_OUTPUTS = 2;

  private final Case question;
  private final Layout layout;
  private final CostTerms terms;
  private final double byLoops;
  private final double byMatrix;
  private final LaidOut laidOut;

  CostStep(Case question, Layout layout, Result loops, Result matrix) {
    this.question = question;
    this.layout = layout;
    this.terms = new CostTerms(question, loops);
    this.byLoops = loops.cost().orElseThrow();
    this.byMatrix = matrix.cost().orElseThrow();
    this.laidOut = new LaidOut(new Expansions(question, loops), layout);
  }

  void print(TwoColumns columns, PrintStream out, boolean bits) {
    SlotRule sums = laidOut.sumPerSample("C", "costs", "j");
    SlotRule sum = laidOut.sumOfAll(sums);
    String scaled = timesFactor().isEmpty() ? "%s" : "(%s)" + timesFactor();
    columns.title("Step 3 · cost of the batch: " + scaled.formatted(sum.formula()));
    out.println("loop   Σs Σj  " + terms.formula().in(new LayoutNotation(layout)));
    List<String> lines = new ArrayList<>(sums.lines());
    lines.addAll(sum.lines());
    columns.slotRule(lines, "");
    int width = columns.rightWidth();
    List<String> matrices =
        new ArrayList<>(laidOut.matrix("C", Shape.PER_SAMPLE, terms.values()).lines(width));
    matrices.addAll(new NamedMatrix("=", new double[][] {{byMatrix}}).lines(width));
    columns.print(lines(terms.values()), matrices);
    if (bits) {
      columns.bits("bits", "cost", byLoops, byMatrix);
    }
    columns.verdict(NUMBER, Bits.identical(byLoops, byMatrix) ? 1 : 0, 1);
  }

  private String timesFactor() {
    return terms.factor() == 1.0 ? "" : "  * " + NumberText.brief(terms.factor());
  }

  /** A line for each of the first samples, then what becomes of their sum. */
  private List<String> lines(double[][] costs) {
    List<String> lines = new ArrayList<>();
    int samples = question.samples();
    for (int s = 0; s < StrictMath.min(samples, MOST_SAMPLES); s++) {
      StringBuilder line = new StringBuilder("s=" + s + "     ");
      for (int j = 0; j < StrictMath.min(costs.length, MOST_OUTPUTS); j++) {
        line.append(j == 0 ? "" : " + ").append(NumberText.brief(costs[j][s]));
      }
      int others = costs.length - MOST_OUTPUTS;
      lines.add(line + (others > 0 ? " + … %d more …".formatted(others) : ""));
    }
    if (samples > MOST_SAMPLES) {
      lines.add("        … %s …".formatted(Plural.of(samples - MOST_SAMPLES, "more sample")));
    }
    lines.add("sum" + timesFactor() + " = " + NumberText.brief(byLoops));
    return lines;
  }
}
