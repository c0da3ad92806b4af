package backprop.parity.explain;

import backprop.parity.cases.Case;
import backprop.parity.cases.Quantity;
import java.util.List;

/** What becomes of a pre-activation if weights that are written the other way round stay so. */
final class TurnSlips {
  private TurnSlips() {}

  /** Only where the layer is square: elsewhere the loop leaves the matrix. */
  static List<Slip> of(Case question, Expansions expansions, Entry entry) {
    double[][] weights = question.network().layer(entry.layer()).weights();
    if (entry.quantity() != Quantity.PRE_ACTIVATIONS || weights.length != weights[0].length) {
      return List.of();
    }
    double[][] activations = expansions.values(Quantity.ACTIVATIONS, entry.layer() - 1);
    double sum = question.network().layer(entry.layer()).biases()[entry.neuron()];
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i][entry.neuron()] * activations[i][entry.second()];
    }
    String sentence =
        "the number with weights that were not turned over: rows must become columns.";
    return List.of(new Slip(sum, sentence));
  }
}
