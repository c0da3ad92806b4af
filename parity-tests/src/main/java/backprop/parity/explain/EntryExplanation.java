package backprop.parity.explain;

import backprop.parity.cases.Case;
import backprop.parity.cases.Result;
import backprop.parity.oracle.Bits;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import java.io.PrintStream;

/** One number with all its terms, the running sum after each, and the bits of both twins. */
public final class EntryExplanation {
  private final Case question;
  private final Style style;
  private final PrintStream out;

  public EntryExplanation(Case question, Style style, PrintStream out) {
    this.question = question;
    this.style = style;
    this.out = out;
  }

  /** Prints the number, and says whether its bits are identical in both twins. */
  public boolean print(Entry entry) {
    Result loops = new LoopsSource().answer(question);
    Result matrix = new MatrixSource().answer(question);
    Expansion expansion = new Expansions(question, loops).of(entry);
    out.println(style.heading(entry + " of " + question.name()));
    out.println();
    if (expansion.terms().isEmpty()) {
      line("start", expansion.start().name(), "", expansion.start().value());
    } else {
      out.printf("%5s  %-44s %-24s%n", expansion.summedIndex(), "term", "sum so far, from 0.0");
    }
    double running = expansion.start().value();
    for (Term term : expansion.terms()) {
      running += term.product();
      printTerm(term, running);
    }
    for (Operation operation : expansion.operations()) {
      running = operation.apply(running);
      Factor operand = operation.operand();
      String name = "%c %s".formatted(operation.symbol(), operand.name());
      line("then", name, Numbers.full(operand.value()), running);
    }
    out.println();
    return printBits(entry, loops, matrix);
  }

  private void printTerm(Term term, double running) {
    String names = "%s * %s".formatted(term.left().name(), term.right().name());
    line(Integer.toString(term.index()), names, "", running);
    String values =
        "%s * %s".formatted(Numbers.full(term.left().value()), Numbers.full(term.right().value()));
    out.println("       " + style.faint(values));
  }

  private void line(String label, String names, String values, double running) {
    out.printf("%5s  %-44s %-24s %s%n", label, names, Numbers.full(running), Numbers.bits(running));
    if (!values.isEmpty()) {
      out.println("       " + style.faint(values));
    }
  }

  private boolean printBits(Entry entry, Result loops, Result matrix) {
    double left = entry.in(loops.values(entry.quantity(), entry.layer()).orElseThrow());
    double right = entry.in(matrix.values(entry.quantity(), entry.layer()).orElseThrow());
    out.printf("loops   %-24s %s%n", Numbers.full(left), Numbers.bits(left));
    out.printf("matrix  %-24s %s%n", Numbers.full(right), Numbers.bits(right));
    boolean identical = Bits.identical(left, right);
    out.println(style.verdict(identical, identical ? "identical" : "different"));
    return identical;
  }
}
