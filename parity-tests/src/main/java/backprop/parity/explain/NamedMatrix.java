package backprop.parity.explain;

import backprop.parity.model.Rows;
import backprop.parity.terms.NumberText;
import java.util.ArrayList;
import java.util.List;

/**
 * A matrix as a reader sees it: its name and as many of its numbers as fit. Immutable.
 *
 * @param name such as {@code Aᵀ}
 */
public record NamedMatrix(String name, double[][] rows) {
  private static final int MOST_ROWS = 4;
  private static final int MOST_COLUMNS = 6;
  private static final int WIDTH = 100;
  private static final int SHORTEST_NAME = 6;
  private static final int DIGITS = 4;

  /** Copies the rows, so a later write cannot reach in. */
  public NamedMatrix {
    rows = Rows.copy(rows);
  }

  /** A copy of the rows. */
  @Override
  public double[][] rows() {
    return Rows.copy(rows);
  }

  /** The lines, none wider than the width. */
  List<String> lines(int width) {
    int columns = columnsThatFit(width - nameWidth() - 1);
    boolean whole = columns == rows[0].length && rows.length <= MOST_ROWS;
    String size = whole ? "" : "  %d × %d".formatted(rows.length, rows[0].length);
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < StrictMath.min(rows.length, MOST_ROWS); row++) {
      String label = row == 0 ? name : "";
      String more = columns < rows[0].length ? " …" : "";
      String numbers = String.join(" ", cells(row, columns));
      lines.add("%s[%s%s]".formatted(padded(label), numbers, more));
    }
    if (!whole) {
      String dots = rows.length > MOST_ROWS ? " …" : "";
      lines.add(padded("") + dots + size);
    }
    return lines;
  }

  /** The lines as one text, for a page as wide as the explanations. */
  @Override
  public String toString() {
    return String.join("\n", lines(WIDTH));
  }

  private int columnsThatFit(int width) {
    int columns = StrictMath.min(rows[0].length, MOST_COLUMNS);
    int dots = columns < rows[0].length ? 2 : 0;
    while (columns > 1 && width(columns) + dots > width) {
      columns--;
      dots = 2;
    }
    return columns;
  }

  /** How wide the first columns are, with a space or a bracket behind each. */
  private int width(int columns) {
    return cells(0, columns).stream().mapToInt(cell -> cell.length() + 1).sum();
  }

  /** The first numbers of a row, as wide as the widest that is shown in their column. */
  private List<String> cells(int row, int columns) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      int widest = 0;
      for (int other = 0; other < StrictMath.min(rows.length, MOST_ROWS); other++) {
        widest = StrictMath.max(widest, NumberText.rounded(rows[other][column], DIGITS).length());
      }
      String number = NumberText.rounded(rows[row][column], DIGITS);
      cells.add(" ".repeat(widest - number.length()) + number);
    }
    return cells;
  }

  private String padded(String label) {
    return label + " ".repeat(nameWidth() - label.length());
  }

  /** The name and a space; short names all leave the same room, so that brackets align. */
  private int nameWidth() {
    return StrictMath.max(SHORTEST_NAME, name.length() + 1);
  }
}
