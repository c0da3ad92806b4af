package backprop.parity.explain;

import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Layout;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import backprop.parity.terminal.TextStyle;
import backprop.parity.terms.Expansion;
import backprop.parity.terms.Expansions;
import backprop.parity.terms.Factor;
import backprop.parity.terms.LayoutNotation;
import backprop.parity.terms.NumberText;
import backprop.parity.terms.Operation;
import backprop.parity.terms.Term;
import java.io.PrintStream;

/** One number with all its terms, the running sum after each, and the bits of both twins. */
public final class EntryExplanation {
  private static final String VALUES = "%-48s";
  private static final String COLUMNS = "%5s  " + VALUES + " %s%n";

  private final Case question;
  private final LayoutNotation notation;
  private final TextStyle style;
  private final PrintStream out;

  public EntryExplanation(Case question, Layout layout, TextStyle style, PrintStream out) {
    this.question = question;
    this.notation = new LayoutNotation(layout);
    this.style = style;
    this.out = out;
  }

  /** Prints the number, and says whether its bits are identical in both twins. */
  public boolean print(Entry entry) {
    Result loops = new LoopsSource().answer(question);
    Result matrix = new MatrixSource().answer(question);
    Expansion expansion = new Expansions(question, loops).of(entry);
    out.println(style.heading(entry.name(notation.layout()) + " of " + question.name()));
    out.println();
    if (expansion.terms().isEmpty()) {
      line("start", expansion.start().name().in(notation), "", expansion.start().value());
    } else {
      out.printf(COLUMNS, expansion.summedIndex(), "term", "sum so far, from 0.0");
    }
    double running = expansion.start().value();
    for (Term term : expansion.terms()) {
      running += term.product();
      printTerm(term, running);
    }
    for (Operation operation : expansion.operations()) {
      running = operation.apply(running);
      Factor operand = operation.operand();
      String name = "%c %s".formatted(operation.symbol(), operand.name().in(notation));
      line("then", name, NumberText.full(operand.value()), running);
    }
    out.println();
    return printBits(entry, loops, matrix);
  }

  private void printTerm(Term term, double running) {
    String names =
        "%s * %s".formatted(term.left().name().in(notation), term.right().name().in(notation));
    String values =
        "%s * %s"
            .formatted(NumberText.full(term.left().value()), NumberText.full(term.right().value()));
    line(Integer.toString(term.index()), names, values, running);
  }

  /** What is computed, by name and below with its numbers; what comes out, and its bits below. */
  private void line(String label, String names, String values, double running) {
    out.printf(COLUMNS, label, names, NumberText.full(running));
    out.printf(COLUMNS, "", style.faint(VALUES.formatted(values)), NumberText.bits(running));
  }

  private boolean printBits(Entry entry, Result loops, Result matrix) {
    double left = entry.in(loops);
    double right = entry.in(matrix);
    out.printf("loops   %-24s %s%n", NumberText.full(left), NumberText.bits(left));
    out.printf("matrix  %-24s %s%n", NumberText.full(right), NumberText.bits(right));
    boolean identical = Bits.identical(left, right);
    out.println(style.verdict(identical, identical ? "identical" : "different"));
    return identical;
  }
}
