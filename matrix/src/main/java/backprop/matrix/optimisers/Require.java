package backprop.matrix.optimisers;

import java.util.List;
import org.apache.commons.math3.linear.RealMatrix;

/** Settings are in their range and shapes fit, or one sentence says which does not. */
final class Require {
  private Require() {}

  static void learningRate(double learningRate) {
    boolean fits = learningRate >= 0.0 && Double.isFinite(learningRate);
    require(fits, "learning rate must be a number from 0 up, found %s", learningRate);
  }

  /** A share of the past that is kept: all of it would never be forgotten. */
  static void share(String name, double share) {
    boolean fits = share >= 0.0 && share < 1.0;
    require(fits, "%s must be from 0 to below 1, found %s", name, share);
  }

  /** A power of such a share, from 1 at the start down to 0. */
  static void power(double power) {
    boolean fits = power >= 0.0 && power <= 1.0;
    require(fits, "power of the decay must be from 0 to 1, found %s", power);
  }

  static void positive(String name, double value) {
    boolean fits = value > 0.0 && Double.isFinite(value);
    require(fits, "%s must be a number above 0, found %s", name, value);
  }

  static void layers(List<RealMatrix> weights, List<RealMatrix> biases) {
    boolean paired = !weights.isEmpty() && weights.size() == biases.size();
    String message = "expected weights and biases of the same layers, found %d and %d";
    require(paired, message, weights.size(), biases.size());
    for (int l = 1; l <= weights.size(); l++) {
      RealMatrix column = biases.get(l - 1);
      int outputs = column.getRowDimension();
      boolean rows = weights.get(l - 1).getRowDimension() == outputs;
      boolean fits = rows && column.getColumnDimension() == 1;
      require(fits, "layer %d: expected a row of weights for each of %d biases", l, outputs);
    }
  }

  static void sameShapes(List<RealMatrix> expected, List<RealMatrix> found) {
    boolean fits = expected.size() == found.size();
    for (int index = 0; fits && index < expected.size(); index++) {
      RealMatrix left = expected.get(index);
      RealMatrix right = found.get(index);
      boolean rows = left.getRowDimension() == right.getRowDimension();
      fits = rows && left.getColumnDimension() == right.getColumnDimension();
    }
    require(fits, "expected the gradients of a network of the same shapes as before");
  }

  private static void require(boolean fits, String message, Object... values) {
    if (!fits) {
      throw new IllegalArgumentException(message.formatted(values));
    }
  }
}
