package backprop.parity.rules;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.Cost;
import backprop.loops.ForwardPass;
import backprop.loops.Reduction;
import backprop.parity.model.Bits;
import backprop.parity.model.Rows;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** The steps as both twins take them: each gives the one answer on which the two agree. */
final class TwinSteps {
  private TwinSteps() {}

  /** Step 1. */
  static double[][] preActivations(double[][] weights, double[] biases, double[][] activations) {
    return agreed(
        ForwardPass.preActivations(weights, biases, activations),
        backprop.matrix.ForwardPass.preActivations(
            matrix(weights), matrix(Rows.column(biases)), matrix(activations)));
  }

  /** Step 2. */
  static double[][] activations(Activation activation, double[][] preActivations) {
    return agreed(
        ForwardPass.activations(activation, preActivations),
        backprop.matrix.ForwardPass.activations(translated(activation), matrix(preActivations)));
  }

  /** Step 3. */
  static double cost(Cost cost, Reduction reduction, double[][] activations, double[][] targets) {
    double loops = ForwardPass.cost(cost, reduction, activations, targets);
    double matrix =
        backprop.matrix.ForwardPass.cost(
            translated(cost),
            backprop.matrix.Reduction.valueOf(reduction.name()),
            matrix(activations),
            matrix(targets));
    return agreed(new double[][] {{loops}}, matrix(new double[][] {{matrix}}))[0][0];
  }

  /** Step 4, from the pre-activations on. */
  static double[][] outputDelta(
      Cost cost, Activation activation, double[][] preActivations, double[][] targets) {
    double[][] activations = activations(activation, preActivations);
    return agreed(
        BackwardPass.outputDelta(cost, activation, preActivations, activations, targets),
        backprop.matrix.BackwardPass.outputDelta(
            translated(cost),
            translated(activation),
            matrix(preActivations),
            matrix(activations),
            matrix(targets)));
  }

  /** Step 5. */
  static double[] biasGradients(double[][] delta, double factor) {
    double[] biasGradients = BackwardPass.biasGradients(delta, factor);
    agreed(
        Rows.column(biasGradients),
        backprop.matrix.BackwardPass.biasGradients(matrix(delta), factor));
    return biasGradients;
  }

  /** Step 6. */
  static double[][] weightGradients(double[][] delta, double[][] activations, double factor) {
    return agreed(
        BackwardPass.weightGradients(delta, activations, factor),
        backprop.matrix.BackwardPass.weightGradients(matrix(delta), matrix(activations), factor));
  }

  /** Step 7. */
  static double[][] hiddenDelta(
      double[][] forwardWeights,
      double[][] forwardDelta,
      Activation activation,
      double[][] preActivations) {
    return agreed(
        BackwardPass.hiddenDelta(forwardWeights, forwardDelta, activation, preActivations),
        backprop.matrix.BackwardPass.hiddenDelta(
            matrix(forwardWeights),
            matrix(forwardDelta),
            translated(activation),
            matrix(preActivations)));
  }

  /** f(z) of one number. */
  static double value(Activation activation, double z) {
    return activations(activation, new double[][] {{z}})[0][0];
  }

  /** f′(z) of one number. */
  static double derivative(Activation activation, double z) {
    double[][] one = {{1.0}};
    return hiddenDelta(one, one, activation, new double[][] {{z}})[0][0];
  }

  private static double[][] agreed(double[][] loops, RealMatrix matrix) {
    for (int j = 0; j < loops.length; j++) {
      for (int second = 0; second < loops[j].length; second++) {
        assertThat(Bits.text(matrix.getEntry(j, second)))
            .as("the matrices' entry [%d][%d] against the loops'", j, second)
            .isEqualTo(Bits.text(loops[j][second]));
      }
    }
    return loops;
  }

  private static RealMatrix matrix(double[][] rows) {
    return new Array2DRowRealMatrix(rows);
  }

  private static backprop.matrix.Activation translated(Activation activation) {
    return backprop.matrix.Activation.valueOf(activation.name());
  }

  private static backprop.matrix.Cost translated(Cost cost) {
    return backprop.matrix.Cost.valueOf(cost.name());
  }
}
