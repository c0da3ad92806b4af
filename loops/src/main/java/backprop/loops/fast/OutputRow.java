package backprop.loops.fast;

import backprop.loops.Activation;
import backprop.loops.Cost;

/** Steps 3 and 4 for one sample: its cost, and the delta of every output. */
final class OutputRow {
  private OutputRow() {}

  /** Step 3 before the sum over the samples. */
  static double cost(Cost cost, double[] activations, double[] targets, int outputs) {
    double sum = 0.0;
    for (int j = 0; j < outputs; j++) {
      sum += cost.value(activations[j], targets[j]);
    }
    return sum;
  }

  /** Step 4, where f′ cancels as it does in the textbook loops. */
  static void delta(
      Cost cost, // C
      Activation activation, // f
      double[] activations, // [j]
      double[] slopes, // [j], f′
      double[] targets, // [j]
      double[] delta, // [j], the result
      int outputs) {
    boolean cancels = cost.cancels(activation);
    if (activation == Activation.SOFTMAX && cancels) {
      double targetSum = 0.0;
      for (int j = 0; j < outputs; j++) {
        targetSum += targets[j];
      }
      for (int j = 0; j < outputs; j++) {
        delta[j] = activations[j] * targetSum - targets[j];
      }
    } else if (activation == Activation.SOFTMAX) {
      throughJacobian(cost, activations, targets, delta, outputs);
    } else if (cancels) {
      for (int j = 0; j < outputs; j++) {
        delta[j] = activations[j] - targets[j];
      }
    } else {
      for (int j = 0; j < outputs; j++) {
        delta[j] = cost.derivative(activations[j], targets[j]) * slopes[j];
      }
    }
  }

  /** Softmax with any other cost: every output depends on every pre-activation of its sample. */
  private static void throughJacobian(
      Cost cost, double[] activations, double[] targets, double[] delta, int outputs) {
    for (int j = 0; j < outputs; j++) {
      double sum = 0.0;
      for (int k = 0; k < outputs; k++) {
        double diagonal = k == j ? activations[k] : 0.0;
        double jacobian = diagonal - activations[k] * activations[j];
        sum += jacobian * cost.derivative(activations[k], targets[k]);
      }
      delta[j] = sum;
    }
  }
}
