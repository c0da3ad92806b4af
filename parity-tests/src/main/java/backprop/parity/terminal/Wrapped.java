package backprop.parity.terminal;

import java.util.ArrayList;
import java.util.List;

/** A text on lines that are broken between words. */
public final class Wrapped {
  /** What stands between two parts of a formula opens a line; it does not end one. */
  private static final String OPERATOR = "[-+*/=·×∘≠]|//";

  private static final String TIMES = "[*·×∘] ";

  private Wrapped() {}

  /** Its lines, none wider than the width; a word that is too long stays whole. */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : unbroken(text, width)) {
      if (line.length() > 0 && Columns.of(line + " " + word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /**
   * Its lines behind a start on the first of them.
   *
   * @param start which may be coloured
   * @param indent how many columns the start takes, left free on the other lines
   */
  public static List<String> behind(String start, int indent, String text, int width) {
    List<String> lines = new ArrayList<>();
    String before = start;
    for (String line : lines(text, width - indent)) {
      lines.add(before + line);
      before = " ".repeat(indent);
    }
    return lines;
  }

  /** The words, an operator together with the word that follows it; a product, if it fits. */
  private static List<String> unbroken(String text, int width) {
    List<String> words = new ArrayList<>();
    String operator = "";
    for (String word : text.split(" ")) {
      if (word.matches(OPERATOR)) {
        operator += word + " ";
        continue;
      }
      String last = words.isEmpty() ? "" : words.get(words.size() - 1) + " ";
      boolean product = operator.matches(TIMES) && !last.isEmpty();
      if (product && Columns.of(last + operator + word) <= width) {
        words.set(words.size() - 1, last + operator + word);
      } else {
        words.add(operator + word);
      }
      operator = "";
    }
    if (!operator.isEmpty()) {
      words.add(operator.strip());
    }
    return words;
  }
}
