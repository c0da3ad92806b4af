package backprop.parity.terms;

import backprop.parity.terms.Name.Cell;

/** How one reader writes the names of numbers. */
public interface Notation {
  /** Such as {@code weights[2][0][1]}. */
  String cell(Cell cell);

  /** A word of a formula, such as {@code learningRate}. */
  default String word(String word) {
    return word;
  }
}
