package backprop.parity.course;

import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Layout;
import backprop.parity.model.Quantity;
import backprop.parity.terms.Array;
import backprop.parity.terms.LayoutNotation;
import backprop.parity.terms.Name.Cell;
import backprop.parity.terms.Notation;
import java.util.Optional;

/**
 * The names of numbers as the functions of a starter have them: one layer and one sample at a time,
 * so their indices go, and what a function is given goes by its parameter's name.
 *
 * @param language whose spelling it is; empty leaves {@code wordsLikeThis}
 * @param question that was asked
 * @param wrong the number that is spoken of; the function that gives it is the reader's place
 */
record FunctionNotation(Optional<Language> language, Case question, Entry wrong)
    implements Notation {
  @Override
  public String word(String word) {
    return language.map(known -> known.function(word)).orElse(word);
  }

  @Override
  public String cell(Cell cell) {
    boolean batch = question.samples() > 1;
    Quantity quantity = wrong.quantity().orElse(null);
    if (quantity == null) {
      return batch ? whole(cell) : first(cell.array().word(), cell);
    }
    return switch (quantity) {
      case PRE_ACTIVATIONS -> preActivation(cell);
      case ACTIVATIONS -> cell.array() == Array.PRE_ACTIVATIONS ? "z" : whole(cell);
      case DELTAS -> delta(cell);
      case BIAS_GRADIENTS, WEIGHT_GRADIENTS -> batch ? whole(cell) : gradient(cell);
      case UPDATED_WEIGHTS, UPDATED_BIASES -> updated(cell);
      case INPUT_GRADIENTS -> whole(cell);
    };
  }

  private String preActivation(Cell cell) {
    boolean single = question.network().layer(wrong.layer()).outputs() == 1;
    return switch (cell.array()) {
      case INPUTS, ACTIVATIONS -> first("inputs", cell);
      case WEIGHTS -> single ? last("weights", cell) : both("weights", cell);
      case BIASES -> single ? word("bias") : first("biases", cell);
      default -> first(cell.array().word(), cell);
    };
  }

  private String delta(Cell cell) {
    boolean forward = cell.layer() > wrong.layer();
    return switch (cell.array()) {
      case WEIGHTS -> both("forwardWeights", cell);
      case DELTAS -> first(forward ? "forwardDelta" : "delta", cell);
      default -> first(cell.array().word(), cell);
    };
  }

  private String gradient(Cell cell) {
    return switch (cell.array()) {
      case DELTAS -> first("delta", cell);
      // A function does not know whether the layer before is the inputs of the network.
      case INPUTS, ACTIVATIONS -> first("inputs", cell);
      case WEIGHT_GRADIENTS -> word("weightGradients") + answered(cell);
      default -> first(cell.array().word(), cell);
    };
  }

  private String updated(Cell cell) {
    return switch (cell.array()) {
      case WEIGHT_GRADIENTS, BIAS_GRADIENTS -> last("gradients", cell);
      default -> last("parameters", cell);
    };
  }

  private String whole(Cell cell) {
    String standard = LayoutNotation.STANDARD.cell(cell);
    return word(cell.array().word()) + standard.substring(cell.array().word().length());
  }

  private String both(String word, Cell cell) {
    return word(word) + "[" + cell.first() + "][" + cell.second() + "]";
  }

  /** As it stands in the answer, where the starter may have transposed it. */
  private String answered(Cell cell) {
    return new LayoutNotation(Layout.of(question)).indices(cell);
  }

  private String first(String word, Cell cell) {
    return word(word) + "[" + cell.first() + "]";
  }

  /** The index that moves within a neuron's own list; a list of biases has no other. */
  private String last(String word, Cell cell) {
    return word(word) + "[" + (cell.second().isEmpty() ? cell.first() : cell.second()) + "]";
  }
}
