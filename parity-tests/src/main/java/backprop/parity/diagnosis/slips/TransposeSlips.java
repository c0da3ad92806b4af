package backprop.parity.diagnosis.slips;

import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.terms.Expansions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;

/** What becomes of a pre-activation if weights that are written the other way round stay so. */
final class TransposeSlips {
  private final Case question;
  private final Entry entry;
  private final double[][] weights;
  private final double[][] activations;
  private final List<Slip> slips = new ArrayList<>();

  TransposeSlips(Case question, Expansions expansions, Entry entry) {
    this.question = question;
    this.entry = entry;
    this.weights = question.network().layer(entry.layer()).weights();
    this.activations = expansions.values(Quantity.ACTIVATIONS, entry.layer() - 1);
  }

  /** The likeliest first; rows and columns can be taken for each other only where they are equal. */
  List<Slip> all() {
    if (!entry.is(Quantity.PRE_ACTIVATIONS)) {
      return List.of();
    }
    int rows = weights.length - 1;
    int columns = weights[0].length - 1;
    if (rows == columns) {
      // The first neuron's weights are right then, so for no other would the next slip come first.
      String overwritten =
          "the number with weights of which some were overwritten before they were read: is there a"
              + " new list for the columns%s?";
      add((j, i) -> index(StrictMath.min(j, i), StrictMath.max(j, i)), overwritten.formatted(""));
      add(
          (j, i) -> index(StrictMath.max(j, i), StrictMath.min(j, i)),
          overwritten.formatted(", or one for both"));
      add(
          (j, i) -> index(i, j),
          "the number with weights that were not transposed: rows must become columns.");
    }
    String order = "the number with %s of the transposed weights in the wrong order.";
    add((j, i) -> index(rows - j, i), order.formatted("the rows"));
    add((j, i) -> index(j, columns - i), order.formatted("the numbers in each row"));
    add(
        (j, i) -> index(rows - j, columns - i),
        order.formatted("the rows, and the numbers in each,"));
    if (rows == columns) {
      String turned = "the number with weights that were turned by a quarter, not over.";
      add((j, i) -> index(rows - i, j), turned);
      add((j, i) -> index(i, columns - j), turned);
      String same = "the number with the same index in both places of a weight.";
      add((j, i) -> index(j, j), same);
      add((j, i) -> index(i, i), same);
    }
    return slips;
  }

  private int index(int j, int i) {
    return j * weights[0].length + i;
  }

  /** The sum over i with the weight from another place. */
  private void add(IntBinaryOperator place, String sentence) {
    double sum = 0.0;
    for (int i = 0; i < weights[0].length; i++) {
      int taken = place.applyAsInt(entry.neuron(), i);
      sum +=
          weights[taken / weights[0].length][taken % weights[0].length]
              * activations[i][entry.second()];
    }
    double bias = question.network().layer(entry.layer()).biases()[entry.neuron()];
    slips.add(new Slip(sum + bias, sentence));
  }
}
