package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.Mistake.*;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.Cost;
import backprop.loops.ForwardPass;
import java.util.EnumSet;
import java.util.Set;

/** Step 4; each mistake is a switch. */
final class FaultyOutputDelta {
  private static final Set<Mistake> OF_SOFTMAX =
      EnumSet.of(
          SOFTMAX_DIAGONAL,
          SOFTMAX_AS_IDENTITY,
          COST_AS_DELTA,
          PRE_ACTIVATION_IN_OUTPUT_DELTA,
          RAW_COST_DERIVATIVE,
          SOFTMAX_DERIVATIVE_TWICE,
          RELU_MASK_ON_OUTPUT);

  private final FaultyProgram program;
  private final Cost cost;
  private final Activation activation;
  private final double[][] preActivations;
  private final double[][] activations;
  private final double[][] targets;
  private final boolean squared;

  FaultyOutputDelta(
      FaultyProgram program,
      Cost cost,
      Activation activation,
      FaultyForwardPass forward,
      int depth) {
    this.program = program;
    this.cost = cost;
    this.activation = activation;
    this.preActivations = forward.preActivations[depth];
    this.activations = forward.activations[depth];
    this.targets = forward.targets;
    this.squared = cost == Cost.SQUARED_ERROR || cost == Cost.HALF_SQUARED_ERROR;
  }

  /** Outputs × samples. */
  double[][] delta() {
    double[][] delta = activation == Activation.SOFTMAX ? softmaxDelta() : elementwiseDelta();
    return constantFactor() == 1.0 ? delta : times(constantFactor(), delta);
  }

  /** A constant that is not part of the cost's derivative. */
  private double constantFactor() {
    double sign = program.has(SIGN_FLIPPED) ? -1.0 : 1.0;
    return sign * FaultyCost.constantFactor(program, cost);
  }

  static double[][] times(double factor, double[][] delta) {
    double[][] scaled = new double[delta.length][delta[0].length];
    for (int j = 0; j < delta.length; j++) {
      for (int s = 0; s < delta[0].length; s++) {
        scaled[j][s] = factor * delta[j][s];
      }
    }
    return scaled;
  }

  /**
   * What goes back from the last layer if the derivative is only multiplied in at the update: the
   * error before f′, or the delta where the two cancel.
   */
  double[][] errorWithoutDerivative() {
    if (activation == Activation.SOFTMAX || cancels()) {
      return delta();
    }
    double[][] error = new double[targets.length][targets[0].length];
    for (int j = 0; j < targets.length; j++) {
      for (int s = 0; s < targets[0].length; s++) {
        error[j][s] = cost.derivative(activations[j][s], targets[j][s]);
      }
    }
    return constantFactor() == 1.0 ? error : times(constantFactor(), error);
  }

  private boolean cancels() {
    return activation == Activation.SIGMOID && cost == Cost.BINARY_CROSS_ENTROPY;
  }

  private double[][] elementwiseDelta() {
    double[][] delta = new double[targets.length][targets[0].length];
    for (int j = 0; j < targets.length; j++) {
      for (int s = 0; s < targets[0].length; s++) {
        delta[j][s] = elementwise(preActivations[j][s], compared(j, s), targets[j][s]);
      }
    }
    return delta;
  }

  /** Right: a - t where f′ cancels, ∂cost/∂a * f′(z) elsewhere. */
  private double elementwise(double z, double a, double t) {
    double costDerivative = program.has(COST_AS_DELTA) ? cost.value(a, t) : cost.derivative(a, t);
    if (program.has(RAW_COST_DERIVATIVE) || program.has(COST_AS_DELTA, 1)) {
      return costDerivative;
    }
    if (program.has(OUTPUT_DERIVATIVE_MISSING) && squared) {
      return costDerivative;
    }
    double place = program.has(OUTPUT_DERIVATIVE_AT_ACTIVATION) ? a : z;
    double derivative = new FaultyDerivative(program).at(activation, place);
    if (cancels() && !program.has(COST_AS_DELTA)) {
      return program.has(OUTPUT_DERIVATIVE_TWICE) ? (a - t) * derivative : a - t;
    }
    if (program.has(DERIVATIVE_ADDED, 1)) {
      return costDerivative + derivative;
    }
    double delta = costDerivative * derivative;
    return program.has(OUTPUT_DERIVATIVE_TWICE) ? delta * derivative : delta;
  }

  /** What is compared with the target; right: the activation. */
  private double compared(int j, int s) {
    boolean summed = program.has(SQUARE_OF_THE_SUM, 1) && squared;
    if (summed) {
      double errors = targets[j][s];
      for (int k = 0; k < targets.length; k++) {
        errors += activations[k][s] - targets[k][s];
      }
      return errors;
    }
    return program.has(PRE_ACTIVATION_IN_OUTPUT_DELTA) ? preActivations[j][s] : activations[j][s];
  }

  private double[][] softmaxDelta() {
    double[][] right = rightSoftmaxDelta();
    if (!program.hasAny(OF_SOFTMAX)) {
      return right;
    }
    double[][] delta = new double[targets.length][targets[0].length];
    for (int j = 0; j < targets.length; j++) {
      for (int s = 0; s < targets[0].length; s++) {
        delta[j][s] = softmax(right[j][s], preActivations[j][s], activations[j][s], targets[j][s]);
      }
    }
    return delta;
  }

  /** Right: the delta with every entry of the Jacobian. */
  private double softmax(double right, double z, double a, double t) {
    double costDerivative = cost.derivative(a, t);
    double delta = right;
    if (program.has(COST_AS_DELTA)) {
      delta = cost.value(a, t);
    }
    if (program.has(PRE_ACTIVATION_IN_OUTPUT_DELTA)) {
      delta = z - t;
    }
    if (program.has(SOFTMAX_DIAGONAL)) {
      delta = costDerivative * a * (1.0 - a);
    }
    if (program.has(SOFTMAX_AS_IDENTITY) && squared || program.has(RAW_COST_DERIVATIVE)) {
      delta = costDerivative;
    }
    if (program.has(SOFTMAX_DERIVATIVE_TWICE) && cost == Cost.CROSS_ENTROPY) {
      delta = delta * a * (1.0 - a);
    }
    return program.has(RELU_MASK_ON_OUTPUT) ? delta * Activation.RELU.derivative(z) : delta;
  }

  private double[][] rightSoftmaxDelta() {
    double[][] once =
        BackwardPass.outputDelta(cost, activation, preActivations, activations, targets);
    return program.has(SOFTMAX_TWICE) ? throughFirstSoftmax(once) : once;
  }

  /** Jᵀ·Δ with the Jacobian of the inner softmax, as automatic differentiation gives it. */
  private double[][] throughFirstSoftmax(double[][] outer) {
    double[][] inner = ForwardPass.activations(Activation.SOFTMAX, preActivations);
    double[][] delta = new double[outer.length][outer[0].length];
    for (int s = 0; s < outer[0].length; s++) {
      for (int j = 0; j < outer.length; j++) {
        double sum = 0.0;
        for (int k = 0; k < outer.length; k++) {
          double diagonal = k == j ? inner[k][s] : 0.0;
          sum += (diagonal - inner[k][s] * inner[j][s]) * outer[k][s];
        }
        delta[j][s] = sum;
      }
    }
    return delta;
  }
}
