package backprop.parity.verdict;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;

/**
 * Right formulas as tensor cores compute them: what is multiplied has few bits, the sums are single,
 * and what is stored has the bits of the format.
 *
 * @param operandBits of the numbers that are multiplied, the leading one included
 * @param storedBits of the numbers that are stored
 */
record RoundedOperands(int operandBits, int storedBits) {

  Result answer(Case question) {
    Network network = question.network();
    int depth = network.depth();
    double[][] targets = question.targets();
    double[][][] z = new double[depth + 1][][];
    double[][][] a = new double[depth + 1][][];
    a[0] = stored(question.inputs());
    for (int l = 1; l <= depth; l++) {
      Layer layer = network.layer(l);
      z[l] = product(layer.weights(), a[l - 1], Rows.column(layer.biases()));
      a[l] = stored(ForwardPass.activations(layer.activation(), z[l]));
    }
    double factor = network.reduction().factor(question.samples(), targets.length);
    Result.Builder result = Result.to(question);
    Activation output = network.layer(depth).activation();
    double[][] delta =
        stored(BackwardPass.outputDelta(network.cost(), output, z[depth], a[depth], targets));
    for (int l = depth; l >= 1; l--) {
      result.put(
          Quantity.WEIGHT_GRADIENTS,
          l,
          scaled(product(delta, Rows.transpose(a[l - 1]), null), factor));
      result.put(
          Quantity.BIAS_GRADIENTS,
          l,
          stored(Rows.column(BackwardPass.biasGradients(delta, factor))));
      if (l > 1) {
        double[][] weights = Rows.transpose(network.layer(l).weights());
        delta = product(weights, delta, null);
        Activation activation = network.layer(l - 1).activation();
        for (int j = 0; j < delta.length; j++) {
          for (int s = 0; s < delta[j].length; s++) {
            delta[j][s] = rounded(delta[j][s] * activation.derivative(z[l - 1][j][s]), storedBits);
          }
        }
      }
    }
    return result.build();
  }

  private double[][] product(double[][] left, double[][] right, double[][] biases) {
    double[][] product = new double[left.length][right[0].length];
    for (int j = 0; j < left.length; j++) {
      for (int s = 0; s < right[0].length; s++) {
        float sum = 0.0f;
        for (int i = 0; i < right.length; i++) {
          double term = rounded(left[j][i], operandBits) * rounded(right[i][s], operandBits);
          sum = (float) (sum + term);
        }
        product[j][s] = rounded(biases == null ? sum : sum + biases[j][0], storedBits);
      }
    }
    return product;
  }

  private double[][] stored(double[][] rows) {
    return scaled(rows, 1.0);
  }

  private double[][] scaled(double[][] rows, double factor) {
    double[][] scaled = Rows.copy(rows);
    for (double[] row : scaled) {
      for (int s = 0; s < row.length; s++) {
        row[s] = rounded(factor * row[s], storedBits);
      }
    }
    return scaled;
  }

  /** To the nearest number of that many bits. */
  private static double rounded(double value, int bits) {
    double unit = StrictMath.ulp(value) * StrictMath.scalb(1.0, 53 - bits);
    return StrictMath.rint(value / unit) * unit;
  }
}
