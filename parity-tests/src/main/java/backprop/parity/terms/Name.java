package backprop.parity.terms;

import backprop.loops.Activation;
import backprop.parity.model.Entry;
import backprop.parity.model.Quantity.Shape;

/** Which number stands in a formula; a {@link Notation} writes it for one reader. */
public interface Name {
  /** As this reader writes it. */
  String in(Notation notation);

  /** A word that everybody writes alike, such as {@code factor} or {@code 1}. */
  record Word(String text) implements Name {
    @Override
    public String in(Notation notation) {
      return notation.word(text);
    }
  }

  /**
   * An entry of an array.
   *
   * @param layer from 1; 0 if it is not said
   * @param first j or k, a number or a letter
   * @param second i or s, a number or a letter; empty if there is none
   */
  record Cell(Array array, int layer, String first, String second) implements Name {
    /** Entry {@code [first][second]} of layer l. */
    static Cell of(Array array, int l, int first, int second) {
      return new Cell(array, l, Integer.toString(first), Integer.toString(second));
    }

    /** A number of a result, but not the cost. */
    public static Cell of(Entry entry) {
      Array array = Array.of(entry.quantity().orElseThrow());
      boolean single = array.shape().filter(Shape.PER_NEURON::equals).isPresent();
      String second = single ? "" : Integer.toString(entry.second());
      int layer = array == Array.INPUT_GRADIENTS ? 0 : entry.layer();
      return new Cell(array, layer, Integer.toString(entry.neuron()), second);
    }

    @Override
    public String in(Notation notation) {
      return notation.cell(this);
    }
  }

  /** f′ of a pre-activation. */
  record Slope(Cell z) implements Name {
    @Override
    public String in(Notation notation) {
      return "f′(" + z.in(notation) + ")";
    }
  }

  /** An activation function of a pre-activation. */
  record Activated(Activation activation, Cell z) implements Name {
    @Override
    public String in(Notation notation) {
      return new ActivationFormula(activation).name(z.in(notation));
    }
  }

  /** Two numbers multiplied. */
  record Product(Name left, Name right) implements Name {
    @Override
    public String in(Notation notation) {
      return left.in(notation) + " * " + right.in(notation);
    }
  }
}
