package backprop.parity.diagnosis.mistakes;

import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import java.util.Optional;

/** How far apart two answers are, for choosing and describing; never for judging. */
public final class AnswerDistance {
  private AnswerDistance() {}

  /**
   * The largest difference of two entries in units of the largest right entry of its quantity and
   * layer; 0 if nothing differs, infinite if a number stands against NaN or infinity.
   */
  public static double largest(Result right, Result other) {
    double largest = 0.0;
    if (right.cost().isPresent() && other.cost().isPresent()) {
      largest =
          largest(
              new double[][] {{right.cost().getAsDouble()}},
              new double[][] {{other.cost().getAsDouble()}});
    }
    for (int l = 1; l <= right.depth(); l++) {
      for (Quantity quantity : Quantity.values()) {
        Optional<double[][]> rightValues = right.values(quantity, l);
        Optional<double[][]> otherValues = other.values(quantity, l);
        if (rightValues.isPresent() && otherValues.isPresent()) {
          largest = StrictMath.max(largest, largest(rightValues.get(), otherValues.get()));
        }
      }
    }
    return largest;
  }

  private static double largest(double[][] right, double[][] other) {
    double scale = 0.0;
    double difference = 0.0;
    for (int j = 0; j < right.length; j++) {
      for (int i = 0; i < right[j].length; i++) {
        boolean same = Double.compare(right[j][i], other[j][i]) == 0;
        double distance = same ? 0.0 : StrictMath.abs(right[j][i] - other[j][i]);
        difference =
            StrictMath.max(
                difference, Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance);
        double size = StrictMath.abs(right[j][i]);
        scale = StrictMath.max(scale, Double.isNaN(size) ? 0.0 : size);
      }
    }
    return difference == 0.0 ? 0.0 : difference / scale;
  }
}
