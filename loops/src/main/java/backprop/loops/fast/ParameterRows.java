package backprop.loops.fast;

import backprop.loops.optimisers.PerParameter;
import java.util.ArrayList;
import java.util.List;

/** What an optimiser remembers for each weight and bias, laid out as these are. */
final class ParameterRows {
  private final FastLayer[] layers; // 1..L, as all that follow

  final double[][][] weights; // [l][j][i]
  final double[][] biases; // [l][j]

  /** Copies what is remembered of layers that must have these shapes. */
  ParameterRows(FastLayer[] layers, PerParameter remembered) {
    this.layers = layers;
    weights = new double[layers.length][][];
    biases = new double[layers.length][];
    boolean fits = remembered.depth() == layers.length - 1;
    for (int l = 1; fits && l < layers.length; l++) {
      double[][] rows = remembered.weights(l);
      int inputs = layers[l].inputs;
      fits = rows.length == layers[l].outputs && rows[0].length == inputs;
      weights[l] = AlignedRows.zeros(rows.length, inputs);
      for (int j = 0; fits && j < rows.length; j++) {
        System.arraycopy(rows[j], 0, weights[l][j], 0, inputs);
      }
      biases[l] = remembered.biases(l);
    }
    if (!fits) {
      throw new IllegalArgumentException("expected an optimiser of layers of the same shapes");
    }
  }

  /** A copy of what is there now. */
  PerParameter copy() {
    List<double[][]> weightCopies = new ArrayList<>();
    List<double[]> biasCopies = new ArrayList<>();
    for (int l = 1; l < layers.length; l++) {
      weightCopies.add(AlignedRows.copy(weights[l], layers[l].outputs, layers[l].inputs));
      biasCopies.add(biases[l]);
    }
    return new PerParameter(weightCopies, biasCopies);
  }
}
