package backprop.parity.explain;

import backprop.parity.mistakes.Catalogue;
import backprop.parity.mistakes.Family;
import backprop.parity.mistakes.Mistake;
import java.io.PrintStream;

/** The catalogue of mistakes, a line for each, grouped by where they are made. */
public final class MistakeList {
  private static final int NAME = 38;

  private final Style style;
  private final PrintStream out;

  public MistakeList(Style style, PrintStream out) {
    this.style = style;
    this.out = out;
  }

  /** Prints every name with its wrong formula. */
  public void print() {
    for (Family family : Family.values()) {
      out.println(style.heading(family.title()));
      for (Mistake mistake : Mistake.of(family)) {
        String name = mistake.spelling();
        out.println("  " + name + " ".repeat(NAME - name.length()) + Catalogue.of(mistake).wrong());
      }
      out.println();
    }
    String count = "%d mistakes. 'backprop mistakes NAME' explains one.";
    out.println(count.formatted(Mistake.values().length));
  }
}
