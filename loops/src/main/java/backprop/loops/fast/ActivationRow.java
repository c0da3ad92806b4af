package backprop.loops.fast;

import backprop.loops.Activation;

/** Step 2 for one sample, and f′ for step 7 while the exponential is at hand. */
final class ActivationRow {
  private ActivationRow() {}

  /**
   * Fills a(j) = f(z(j)) and f′(z(j)).
   *
   * @param slopes f′, untouched by softmax, which has a Jacobian
   * @param outputs how many neurons
   */
  static void apply(
      Activation activation, // f
      double[] preActivations, // [j]
      double[] activations, // [j]
      double[] slopes, // [j]
      int outputs) {
    switch (activation) {
      case SIGMOID -> SigmoidRow.apply(preActivations, activations, slopes, outputs);
      case SOFTMAX -> softmax(preActivations, activations, outputs);
      default -> {
        for (int j = 0; j < outputs; j++) {
          activations[j] = activation.value(preActivations[j]);
          slopes[j] = activation.derivative(preActivations[j]);
        }
      }
    }
  }

  private static void softmax(double[] preActivations, double[] activations, int outputs) {
    double maximum = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < outputs; j++) {
      maximum = StrictMath.max(maximum, preActivations[j]);
    }
    double sum = 0.0;
    for (int j = 0; j < outputs; j++) {
      activations[j] = StrictMath.exp(preActivations[j] - maximum);
      sum += activations[j];
    }
    for (int j = 0; j < outputs; j++) {
      activations[j] = activations[j] / sum;
    }
  }
}
