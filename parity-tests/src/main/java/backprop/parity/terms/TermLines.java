package backprop.parity.terms;

import java.util.ArrayList;
import java.util.List;

/**
 * An expansion as lines of text: {@code [0][1]  0.15*0.05 + 0.2*0.1  + 0.35 = 0.3775}.
 *
 * @param value what stands behind the equals sign
 */
public record TermLines(Expansion expansion, String value) {
  private static final int MOST_TERMS = 6;
  private static final String INDENT = "        ";

  /** With six digits of the number. */
  public TermLines(Expansion expansion) {
    this(expansion, NumberText.brief(expansion.value()));
  }

  /**
   * The lines, none wider than the width; terms that do not fit are counted.
   *
   * @param notation in which the indices stand in front
   */
  public List<String> lines(int width, LayoutNotation notation) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(label(notation));
    for (String piece : pieces()) {
      if (line.length() + 1 + piece.length() > width && line.length() > INDENT.length()) {
        lines.add(line.toString());
        line = new StringBuilder(INDENT);
      }
      line.append(line.length() == INDENT.length() ? "" : " ").append(piece);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Everything in one line, without the indices in front. */
  String line() {
    return String.join(" ", pieces());
  }

  private String label(LayoutNotation notation) {
    String indices = notation.indices(Name.Cell.of(expansion.entry()));
    return indices + " ".repeat(StrictMath.max(1, INDENT.length() - indices.length()));
  }

  private List<String> pieces() {
    List<String> pieces = new ArrayList<>();
    int count = expansion.terms().size();
    boolean all = count <= MOST_TERMS;
    for (int index = 0; index < (all ? count : 3); index++) {
      pieces.add(plus(index) + product(expansion.terms().get(index)));
    }
    if (!all) {
      pieces.add("+ … %d more …".formatted(count - 4));
      pieces.add("+ " + product(expansion.terms().get(count - 1)));
    }
    if (count == 0) {
      pieces.add(expansion.start().numbers());
      addOperationsOnOneNumber(pieces);
      pieces.add("= " + value);
      return pieces;
    }
    boolean sum = count > 1 && !expansion.operations().isEmpty();
    for (Operation operation : expansion.operations()) {
      boolean neutral = operation.symbol() == '*' && operation.operand().value() == 1.0;
      if (!neutral) {
        pieces.add(
            operation.symbol() + " " + NumberText.inParentheses(operation.operand().numbers()));
      }
    }
    if (sum && expansion.operations().stream().anyMatch(this::scales)) {
      pieces.set(0, "(" + pieces.get(0));
      int last = (all ? count : 5) - 1;
      pieces.set(last, pieces.get(last) + ")");
    }
    pieces.add("= " + value);
    return pieces;
  }

  /** A product in which a difference stands needs parentheses around it. */
  private void addOperationsOnOneNumber(List<String> pieces) {
    boolean difference = false;
    for (Operation operation : expansion.operations()) {
      boolean product = operation.symbol() == '*';
      if (product && difference) {
        pieces.set(0, "(" + pieces.get(0));
        pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1) + ")");
      }
      if (!product || operation.operand().value() != 1.0) {
        pieces.add(
            operation.symbol() + " " + NumberText.inParentheses(operation.operand().numbers()));
      }
      difference = !product;
    }
  }

  private boolean scales(Operation operation) {
    return operation.symbol() == '*' && operation.operand().value() != 1.0;
  }

  private static String plus(int index) {
    return index == 0 ? "" : "+ ";
  }

  private static String product(Term term) {
    return "%s*%s"
        .formatted(
            NumberText.inParentheses(term.left().value()),
            NumberText.inParentheses(term.right().value()));
  }
}
