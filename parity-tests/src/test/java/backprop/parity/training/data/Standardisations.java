package backprop.parity.training.data;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Standardisations, and networks of three inputs and two outputs to fold them into. */
final class Standardisations {
  private Standardisations() {}

  static Standardisation asked(DataSet data) {
    return Standardisation.of(data, Optional.of(true), Activation.IDENTITY);
  }

  static Standardisation byDefault(DataSet data) {
    return Standardisation.of(data, Optional.empty(), Activation.IDENTITY);
  }

  /** One or two layers, the last without a curve. */
  static Network network(int depth) {
    Layer last =
        new Layer(
            Activation.IDENTITY, new double[][] {{0.5, -2, 1}, {3, 0, 7}}, new double[] {0.3, -4});
    Layer first =
        new Layer(
            Activation.TANH,
            new double[][] {{0.1, -0.2, 0.4}, {0.3, 0.5, -0.1}, {-0.6, 0.2, 0.7}},
            new double[] {0.1, 0, -0.5});
    List<Layer> layers = depth == 1 ? List.of(last) : List.of(first, last);
    return new Network(layers, Cost.SQUARED_ERROR, Reduction.MEAN);
  }

  /** Rows of numbers whose columns lie far from each other. */
  static double[][] far(Random random, int samples, int columns) {
    double[][] rows = new double[samples][columns];
    for (double[] row : rows) {
      for (int i = 0; i < columns; i++) {
        row[i] = 100.0 * i + 10.0 * (i + 1) * random.nextGaussian();
      }
    }
    return rows;
  }
}
