package backprop.parity.diagnosis;

import backprop.loops.ForwardPass;
import backprop.loops.Layer;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.verdict.CaseComparison;
import java.util.Optional;

/**
 * What a candidate shows of its way, or gives away.
 *
 * <p>A right cost says that the forward pass is right. One sample gives away the deltas, which its
 * bias gradients are and its weight gradients are made of, and the activations between them.
 */
final class OwnTrace {
  private final Case question;
  private final Result actual;
  private final Result expected;
  private final boolean forwardIsRight;
  private final double same;

  /**
   * @param same how far two numbers may be apart, of the largest
   */
  OwnTrace(CaseComparison comparison, double same) {
    this.question = comparison.question();
    this.actual = comparison.actual();
    this.expected = comparison.expected();
    this.forwardIsRight = actual.cost().isPresent() && !comparison.hasWrongCost();
    this.same = same;
  }

  /** Of the batch. */
  double factor() {
    return question.network().reduction().factor(question.samples(), question.targets().length);
  }

  Optional<double[][]> preActivations(int l) {
    return shown(Quantity.PRE_ACTIVATIONS, l);
  }

  /** Those that are shown, or what the activations before make of them. */
  Optional<double[][]> preActivationsOrRight(int l) {
    Layer layer = question.network().layer(l);
    return preActivations(l)
        .or(
            () ->
                activations(l - 1)
                    .map(a -> ForwardPass.preActivations(layer.weights(), layer.biases(), a)));
  }

  Optional<double[][]> activations(int l) {
    if (l == 0) {
      return Optional.of(question.inputs());
    }
    boolean output = l == question.network().depth();
    return shown(Quantity.ACTIVATIONS, l).or(() -> output ? Optional.empty() : behind(l));
  }

  private Optional<double[][]> shown(Quantity quantity, int l) {
    return actual
        .values(quantity, l)
        .or(() -> forwardIsRight ? expected.values(quantity, l) : Optional.empty());
  }

  Optional<double[][]> deltas(int l) {
    return actual
        .values(Quantity.DELTAS, l)
        .or(() -> isOneSample() ? inWeights(l).or(() -> inBiases(l)) : Optional.empty());
  }

  Optional<double[][]> weightGradients(int l) {
    return actual.values(Quantity.WEIGHT_GRADIENTS, l);
  }

  Optional<double[][]> biasGradients(int l) {
    return question.hasBiases(l) ? actual.values(Quantity.BIAS_GRADIENTS, l) : Optional.empty();
  }

  private boolean isOneSample() {
    return question.samples() == 1;
  }

  private Optional<double[][]> inBiases(int l) {
    return biasGradients(l).map(gradients -> times(1.0 / factor(), gradients));
  }

  private static double[][] times(double factor, double[][] column) {
    for (double[] row : column) {
      row[0] = factor * row[0];
    }
    return column;
  }

  /** The delta that every weight gradient is a product of, where the activations are known. */
  private Optional<double[][]> inWeights(int l) {
    Optional<double[][]> gradients = weightGradients(l);
    if (!forwardIsRight || gradients.isEmpty()) {
      return Optional.empty();
    }
    double[][] a = activations(l - 1).orElseThrow();
    int largest = largest(a);
    double[][] deltas = new double[gradients.get().length][1];
    for (int j = 0; j < deltas.length; j++) {
      deltas[j][0] = gradients.get()[j][largest] / a[largest][0];
    }
    return areProducts(deltas, a, gradients.get())
        ? Optional.of(times(1.0 / factor(), deltas))
        : Optional.empty();
  }

  /** The activations of layer l, which the weight gradients of the next layer were made of. */
  private Optional<double[][]> behind(int l) {
    Optional<double[][]> biases = biasGradients(l + 1);
    Optional<double[][]> weights = weightGradients(l + 1);
    if (!isOneSample() || biases.isEmpty() || weights.isEmpty()) {
      return Optional.empty();
    }
    double[][] delta = biases.get();
    int largest = largest(delta);
    double[][] activations = new double[weights.get()[0].length][1];
    for (int i = 0; i < activations.length; i++) {
      activations[i][0] = weights.get()[largest][i] / delta[largest][0];
    }
    return areProducts(delta, activations, weights.get())
        ? Optional.of(activations)
        : Optional.empty();
  }

  private static int largest(double[][] column) {
    int largest = 0;
    for (int j = 0; j < column.length; j++) {
      boolean larger = StrictMath.abs(column[j][0]) > StrictMath.abs(column[largest][0]);
      largest = larger ? j : largest;
    }
    return largest;
  }

  private boolean areProducts(double[][] column, double[][] other, double[][] products) {
    double largest = column[largest(column)][0];
    for (int j = 0; j < column.length; j++) {
      for (int i = 0; i < other.length; i++) {
        double allowed = same * StrictMath.abs(largest * other[i][0]);
        if (!(StrictMath.abs(products[j][i] - column[j][0] * other[i][0]) <= allowed)) {
          return false;
        }
      }
    }
    return true;
  }
}
