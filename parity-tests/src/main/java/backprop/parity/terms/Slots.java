package backprop.parity.terms;

import backprop.parity.model.Layout;
import backprop.parity.model.Quantity.Shape;

/**
 * A factor as a loop reads it: {@code activations[i][s]}.
 *
 * @param symbol of the matrix, such as A
 * @param word of the loop
 * @param row the index in its first slot; empty for a single row
 * @param column the index in its second slot; empty for a single column
 */
public record Slots(String symbol, String word, String row, String column) {
  /** What has a column per sample, or a row where a reader's samples are rows. */
  public static Slots perSample(String symbol, String word, String neuron, Layout layout) {
    return of(symbol, word, neuron, "s", layout.swaps(Shape.PER_SAMPLE));
  }

  /** Weights from one neuron to another. */
  public static Slots perWeight(
      String symbol, String word, String receiver, String sender, Layout layout) {
    return of(symbol, word, receiver, sender, layout.swaps(Shape.PER_WEIGHT));
  }

  /** One number per neuron: a column, or a row where a reader's samples are rows. */
  public static Slots perNeuron(String symbol, String word, Layout layout) {
    return of(symbol, word, "j", "", layout.swaps(Shape.PER_SAMPLE));
  }

  /** A column of ones. */
  public static Slots ones(String index) {
    return new Slots("1", "1", index, "");
  }

  private static Slots of(
      String symbol, String word, String first, String second, boolean swapped) {
    return new Slots(symbol, word, swapped ? second : first, swapped ? first : second);
  }

  boolean isVector() {
    return row.isEmpty() || column.isEmpty();
  }

  boolean carries(String index) {
    return row.equals(index) || column.equals(index);
  }

  /** The index that is not this one. */
  String other(String index) {
    return row.equals(index) ? column : row;
  }

  /** As the loop writes it. */
  public String inLoop() {
    return word.equals("1") ? word : word + indices();
  }

  String indices() {
    return (row.isEmpty() ? "" : "[" + row + "]") + (column.isEmpty() ? "" : "[" + column + "]");
  }
}
