package backprop.parity.terminal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Text in two columns: a label, and what it says, wrapped between words.
 *
 * @param style of the labels
 */
public record LabelledLines(TextStyle style, PrintStream out) {
  private static final int WIDTH = 100;
  private static final String INDENT = " ".repeat(15);

  /** Prints one label; without a label the text goes on with the one before. */
  public void print(String label, String text) {
    List<String> lines = wrapped(text, WIDTH - INDENT.length());
    out.println("  " + style.faint("%-12s".formatted(label)) + " " + lines.get(0));
    lines.stream().skip(1).forEach(line -> out.println(INDENT + line));
  }

  /** The lines of a text that is broken between words; a word that is too long stays whole. */
  public static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder();
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
