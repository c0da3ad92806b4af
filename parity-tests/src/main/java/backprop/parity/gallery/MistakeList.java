package backprop.parity.gallery;

import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.diagnosis.mistakes.MistakeCatalogue;
import backprop.parity.diagnosis.mistakes.MistakeFamily;
import backprop.parity.terminal.TextStyle;
import java.io.PrintStream;

/** The catalogue of mistakes, a line for each, grouped by where they are made. */
public final class MistakeList {
  private static final int NAME = 38;

  private final TextStyle style;
  private final PrintStream out;

  public MistakeList(TextStyle style, PrintStream out) {
    this.style = style;
    this.out = out;
  }

  /** Prints every name with its wrong formula. */
  public void print() {
    for (MistakeFamily family : MistakeFamily.values()) {
      out.println(style.heading(family.title()));
      for (Mistake mistake : Mistake.of(family)) {
        String name = mistake.spelling();
        out.println(
            "  " + name + " ".repeat(NAME - name.length()) + MistakeCatalogue.of(mistake).wrong());
      }
      out.println();
    }
    String count = "%d mistakes. 'backprop mistakes NAME' explains one.";
    out.println(count.formatted(Mistake.values().length));
  }
}
