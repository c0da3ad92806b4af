package backprop.matrix;

import org.apache.commons.math3.linear.RealMatrix;

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
  static RealMatrix activations(RealMatrix preActivations) {
    int outputs = preActivations.getRowDimension();
    RealMatrix ones = Matrices.ones(outputs, 1);
    RealMatrix maximum = Matrices.columnMaximum(preActivations);
    RealMatrix shifted = preActivations.subtract(ones.multiply(maximum));
    RealMatrix exponentials = Matrices.map(shifted, StrictMath::exp);
    RealMatrix sums = ones.multiply(ones.transpose().multiply(exponentials));
    return Matrices.map(exponentials, sums, (exponential, sum) -> exponential / sum);
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
  static RealMatrix outputDelta(
      Cost cost, // C
      RealMatrix activations, // [j][s]
      RealMatrix targets) {
    if (cost.cancels(Activation.SOFTMAX)) {
      // Multiplied out on paper, the Jacobian cancels the logarithm's 1/a.
      RealMatrix ones = Matrices.ones(targets.getRowDimension(), 1);
      RealMatrix targetSums = ones.multiply(ones.transpose().multiply(targets));
      return Matrices.hadamard(activations, targetSums).subtract(targets);
    }
    RealMatrix costDerivatives = Matrices.map(activations, targets, cost::derivative);
    RealMatrix delta = costDerivatives.copy();
    for (int s = 0; s < delta.getColumnDimension(); s++) {
      RealMatrix a = activations.getColumnMatrix(s);
      RealMatrix jacobian = Matrices.diagonal(a).subtract(a.multiply(a.transpose()));
      RealMatrix column = costDerivatives.getColumnMatrix(s);
      delta.setColumnMatrix(s, jacobian.transpose().multiply(column));
    }
    return delta;
  }
}
