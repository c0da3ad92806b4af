package backprop.loops;

/**
 * The activation in which the neurons of one sample share 1 among them.
 *
 * <p>Source: 「ゼロから作るDeepLearning #8 - 誤差逆伝播」, section Pythonでの実装.
 */
final class Softmax {
  private Softmax() {}

  /**
   * Every neuron's share of its own sample, never of the whole batch.
   * Terms: exp(z[j][s] - maximum of sample s), divided by their sum over j.
   * Matrix: E ⊘ (1·(1ᵀ·E)), E = exp(Z - 1·max); E carries s: right reads [j][s], so no T.
   *
   * @param preActivations outputs × samples
   * @return outputs × samples, each column sums to 1
   */
  static double[][] activations(double[][] preActivations) {
    double[][] activations = new double[preActivations.length][preActivations[0].length];
    for (int s = 0; s < activations[0].length; s++) {
      double maximum = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < activations.length; j++) {
        maximum = StrictMath.max(maximum, preActivations[j][s]);
      }
      double sum = 0.0;
      for (int j = 0; j < activations.length; j++) {
        activations[j][s] = StrictMath.exp(preActivations[j][s] - maximum);
        sum += activations[j][s];
      }
      for (int j = 0; j < activations.length; j++) {
        activations[j][s] = activations[j][s] / sum;
      }
    }
    return activations;
  }

  /**
   * Step 4 for softmax, whose every output depends on every pre-activation of its sample.
   * Terms: jacobian[k][j] * ∂cost/∂activations[k][s], summed over k; cross-entropy: a·Σt - t.
   * Matrix: Jᵀ·∂C/∂a per sample, J = diag(a) - a·aᵀ; left must read [j][k], J reads [k][j].
   *
   * @param activations outputs × samples
   * @param targets outputs × samples
   * @return outputs × samples
   */
  static double[][] outputDelta(
      Cost cost, // C
      double[][] activations, // [j][s]
      double[][] targets) {
    double[][] delta = new double[activations.length][activations[0].length];
    for (int s = 0; s < activations[0].length; s++) {
      double targetSum = 0.0;
      for (int j = 0; j < activations.length; j++) {
        targetSum += targets[j][s];
      }
      for (int j = 0; j < activations.length; j++) {
        if (cost.cancels(Activation.SOFTMAX)) {
          // Multiplied out on paper, the Jacobian cancels the logarithm's 1/a.
          delta[j][s] = activations[j][s] * targetSum - targets[j][s];
          continue;
        }
        double sum = 0.0;
        for (int k = 0; k < activations.length; k++) {
          double diagonal = k == j ? activations[k][s] : 0.0;
          double jacobian = diagonal - activations[k][s] * activations[j][s];
          sum += jacobian * cost.derivative(activations[k][s], targets[k][s]);
        }
        delta[j][s] = sum;
      }
    }
    return delta;
  }
}
