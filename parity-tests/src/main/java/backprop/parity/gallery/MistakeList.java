package backprop.parity.gallery;

import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.diagnosis.mistakes.MistakeCatalogue;
import backprop.parity.diagnosis.mistakes.MistakeFamily;
import backprop.parity.terminal.TextStyle;
import backprop.parity.terminal.Wrapped;
import java.io.PrintStream;
import java.util.Arrays;

/** The catalogue of mistakes, a line for each, grouped by where they are made. */
public final class MistakeList {
  private final TextStyle style;
  private final PrintStream out;

  public MistakeList(TextStyle style, PrintStream out) {
    this.style = style;
    this.out = out;
  }

  /** Prints every name with its wrong formula. */
  public void print() {
    int longest =
        Arrays.stream(Mistake.values()).mapToInt(one -> one.spelling().length()).max().orElse(0);
    for (MistakeFamily family : MistakeFamily.values()) {
      out.println(style.heading(family.title()));
      for (Mistake mistake : Mistake.of(family)) {
        String name = mistake.spelling();
        String start = "  " + name + " ".repeat(longest - name.length() + 2);
        String wrong = MistakeCatalogue.of(mistake).wrong();
        Wrapped.behind(start, start.length(), wrong, style.width()).forEach(out::println);
      }
      out.println();
    }
    String count = "%d mistakes. 'backprop mistakes NAME' explains one.";
    out.println(count.formatted(Mistake.values().length));
  }
}
