package backprop.parity.explain;

import backprop.parity.model.Bits;
import backprop.parity.terminal.TextStyle;
import backprop.parity.terms.NumberText;
import java.io.PrintStream;
import java.util.List;

/** The loops' terms on the left, the matrices on the right, and whether both have the same bits. */
final class TwoColumns {
  private static final String GAP = " │ ";

  private final TextStyle style;
  private final PrintStream out;
  private final int left;

  TwoColumns(TextStyle style, PrintStream out) {
    this.style = style;
    this.out = out;
    this.left = style.width() * 11 / 20;
  }

  int leftWidth() {
    return left;
  }

  int rightWidth() {
    return style.width() - left - GAP.length();
  }

  void title(String title) {
    out.println();
    out.println(style.rule(title));
  }

  /** The rule of a product, line by line. */
  void slotRule(List<String> lines, String summedIndex) {
    String label = "slot   ";
    for (String line : lines) {
      out.println(label + marked(line, summedIndex));
      label = " ".repeat(label.length());
    }
  }

  /** The text with its summed index in colour; none if nothing is summed. */
  String marked(String text, String index) {
    return index.isEmpty() ? text : text.replace("[" + index + "]", "[" + style.index(index) + "]");
  }

  void print(List<String> leftLines, List<String> rightLines) {
    for (int line = 0; line < StrictMath.max(leftLines.size(), rightLines.size()); line++) {
      String leftText = line < leftLines.size() ? leftLines.get(line) : "";
      String rightText = line < rightLines.size() ? rightLines.get(line) : "";
      String padding = " ".repeat(StrictMath.max(0, left - leftText.length()));
      out.println((leftText + padding + GAP + rightText).stripTrailing());
    }
  }

  void bits(String label, String name, double byLoops, double byMatrix) {
    boolean identical = Bits.identical(byLoops, byMatrix);
    out.printf(
        "%-4s %-24s %s %s %s%n",
        label,
        name,
        NumberText.bits(byLoops),
        NumberText.bits(byMatrix),
        style.verdict(identical, identical ? "=" : "≠"));
  }

  void verdict(int step, int identical, int total) {
    String text = "step %d: %d of %d identical".formatted(step, identical, total);
    out.println(style.verdict(identical == total, text));
  }
}
