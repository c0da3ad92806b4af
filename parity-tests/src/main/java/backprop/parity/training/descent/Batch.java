package backprop.parity.training.descent;

import backprop.parity.training.data.DataSet;

/**
 * Some samples of a data set, whose rows it shares.
 *
 * @param inputs samples × inputs
 * @param targets samples × outputs
 */
record Batch(double[][] inputs, double[][] targets) {
  /** The samples at the places from (included) to (excluded) of the order. */
  static Batch of(DataSet data, int[] order, int from, int to) {
    double[][] inputs = new double[to - from][];
    double[][] targets = new double[to - from][];
    for (int s = 0; s < inputs.length; s++) {
      inputs[s] = data.input(order[from + s]);
      targets[s] = data.target(order[from + s]);
    }
    return new Batch(inputs, targets);
  }
}
