package backprop.parity.diagnosis.mistakes;

/** Jᵀ·G with the Jacobian of a softmax that gave some activations, right or not. */
final class SoftmaxJacobian {
  private SoftmaxJacobian() {}

  /**
   * J = diag(a) - a·aᵀ.
   *
   * @param activations outputs × samples
   * @param gradients by the activations, outputs × samples
   */
  static double[][] times(double[][] activations, double[][] gradients) {
    return times(activations, gradients, false);
  }

  /** The same with a plus where the Jacobian has its minus. */
  static double[][] withAPlus(double[][] activations, double[][] gradients) {
    return times(activations, gradients, true);
  }

  private static double[][] times(double[][] a, double[][] gradients, boolean plus) {
    double[][] delta = new double[a.length][a[0].length];
    for (int s = 0; s < a[0].length; s++) {
      for (int j = 0; j < a.length; j++) {
        double sum = 0.0;
        for (int k = 0; k < a.length; k++) {
          double diagonal = k == j ? a[k][s] : 0.0;
          double product = a[k][s] * a[j][s];
          double jacobian = plus && k != j ? product : diagonal - product;
          sum += jacobian * gradients[k][s];
        }
        delta[j][s] = sum;
      }
    }
    return delta;
  }

  /** The same with the diagonal alone. */
  static double[][] ofDiagonal(double[][] activations, double[][] gradients) {
    double[][] delta = new double[activations.length][activations[0].length];
    for (int j = 0; j < delta.length; j++) {
      for (int s = 0; s < delta[0].length; s++) {
        double a = activations[j][s];
        delta[j][s] = a * (1.0 - a) * gradients[j][s];
      }
    }
    return delta;
  }
}
