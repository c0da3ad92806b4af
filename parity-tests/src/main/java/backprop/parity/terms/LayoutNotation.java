package backprop.parity.terms;

import backprop.parity.model.Layout;
import backprop.parity.terms.Name.Cell;

/** Names as files and messages have them, layer by layer, with the indices in a reader's layout. */
public record LayoutNotation(Layout layout) implements Notation {
  /** In the layout of the twins. */
  public static final LayoutNotation STANDARD = new LayoutNotation(Layout.STANDARD);

  @Override
  public String cell(Cell cell) {
    String layer = cell.layer() == 0 ? "" : "[" + cell.layer() + "]";
    return cell.array().word() + layer + indices(cell);
  }

  /** Such as {@code [0][1]}, without the array and its layer. */
  public String indices(Cell cell) {
    String first = "[" + cell.first() + "]";
    String second = cell.second().isEmpty() ? "" : "[" + cell.second() + "]";
    boolean swapped = cell.array().shape().filter(layout::swaps).isPresent();
    return swapped ? second + first : first + second;
  }
}
