package backprop.parity.terminal;

import java.io.PrintStream;
import java.util.function.UnaryOperator;

/**
 * Text in two columns: a label, and what it says, wrapped between words.
 *
 * @param style of the labels
 */
public record LabelledLines(TextStyle style, PrintStream out) {
  private static final int INDENT = 15;

  /** Prints one label; without a label the text goes on with the one before. */
  public void print(String label, String text) {
    print(label, text, UnaryOperator.identity());
  }

  /** Prints one label, and its text in a colour. */
  public void print(String label, String text, UnaryOperator<String> colour) {
    String start = "  " + style.faint("%-12s".formatted(label)) + " ";
    for (String line : Wrapped.lines(text, style.width() - INDENT)) {
      out.println(start + colour.apply(line));
      start = " ".repeat(INDENT);
    }
  }
}
