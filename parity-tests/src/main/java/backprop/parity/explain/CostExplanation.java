package backprop.parity.explain;

import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Layout;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import backprop.parity.terminal.TextStyle;
import backprop.parity.terms.CostTerms;
import backprop.parity.terms.LayoutNotation;
import backprop.parity.terms.NumberText;
import java.io.PrintStream;

/** The cost with what every output of every sample adds, and the bits of both twins. */
public final class CostExplanation {
  private static final String LINE = "%4s %3s  %-45s %s%n";

  private final Case question;
  private final LayoutNotation notation;
  private final TextStyle style;
  private final PrintStream out;

  public CostExplanation(Case question, Layout layout, TextStyle style, PrintStream out) {
    this.question = question;
    this.notation = new LayoutNotation(layout);
    this.style = style;
    this.out = out;
  }

  /** Prints the sum, and says whether its bits are identical in both twins. */
  public boolean print() {
    Result loops = new LoopsSource().answer(question);
    CostTerms terms = new CostTerms(question, loops);
    out.println(style.heading(Entry.COST + " of " + question.name()));
    out.println("the sum of " + terms.formula().in(notation));
    out.println();
    out.printf(LINE, "s", "j", "term", "sum so far, from 0.0");
    double batch = 0.0;
    for (int s = 0; s < terms.samples(); s++) {
      double sample = printSample(terms, s);
      batch += sample;
      if (terms.samples() > 1) {
        line("", "", "the sum over the samples so far", "", batch);
      }
    }
    if (terms.factor() != 1.0) {
      String factor = "* factor " + NumberText.full(terms.factor());
      line("then", "", factor, "", batch * terms.factor());
    }
    out.println();
    return printBits(loops, new MatrixSource().answer(question));
  }

  private double printSample(CostTerms terms, int s) {
    double sum = 0.0;
    for (int j = 0; j < terms.outputs(); j++) {
      sum += terms.value(j, s);
      String value = "= " + NumberText.brief(terms.value(j, s));
      line(Integer.toString(s), Integer.toString(j), terms.numbers(j, s), value, sum);
    }
    return sum;
  }

  /** What is added, and below what it comes to; the sum so far, and its bits below. */
  private void line(String s, String j, String added, String value, double sum) {
    out.printf(LINE, s, j, added, NumberText.full(sum));
    out.printf(LINE, "", "", value, NumberText.bits(sum));
  }

  private boolean printBits(Result loops, Result matrix) {
    double left = loops.cost().orElseThrow();
    double right = matrix.cost().orElseThrow();
    out.printf("loops   %-24s %s%n", NumberText.full(left), NumberText.bits(left));
    out.printf("matrix  %-24s %s%n", NumberText.full(right), NumberText.bits(right));
    boolean identical = Bits.identical(left, right);
    out.println(style.verdict(identical, identical ? "identical" : "different"));
    return identical;
  }
}
