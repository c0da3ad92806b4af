package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.Mistake.*;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.Cost;
import backprop.loops.ForwardPass;

/** Step 4; each mistake is a switch. */
final class FaultyOutputDelta {
  private final FaultyProgram program;
  private final Cost cost;
  private final Activation activation;
  private final double[][] preActivations;
  private final double[][] activations;
  private final double[][] targets;
  private final double printedCost;
  private final boolean squared;

  /** Whether f′ cancels against the cost's derivative, so that a - t is all there is. */
  private final boolean cancels;

  FaultyOutputDelta(
      FaultyProgram program,
      Cost cost,
      Activation activation,
      FaultyForwardPass forward,
      FaultyCost printed) {
    int depth = forward.activations.length - 1;
    this.program = program;
    this.cost = cost;
    this.activation = activation;
    this.preActivations = forward.preActivations[depth];
    this.activations = forward.activations[depth];
    this.targets = forward.targets;
    this.printedCost = printed.cost(activations, targets);
    this.squared = cost == Cost.SQUARED_ERROR || cost == Cost.HALF_SQUARED_ERROR;
    this.cancels = cost.cancels(activation);
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
    boolean softmax = activation == Activation.SOFTMAX;
    if (cancels || softmax && program.has(DERIVATIVE_NOT_CARRIED_BACK, 0)) {
      return delta();
    }
    double[][] error = costDerivatives();
    return constantFactor() == 1.0 ? error : times(constantFactor(), error);
  }

  /** ∂cost/∂a, outputs × samples. */
  private double[][] costDerivatives() {
    double[][] derivatives = new double[targets.length][targets[0].length];
    for (int j = 0; j < targets.length; j++) {
      for (int s = 0; s < targets[0].length; s++) {
        derivatives[j][s] = costDerivative(j, s);
      }
    }
    return derivatives;
  }

  private double costDerivative(int j, int s) {
    double a = activations[j][s];
    double z = preActivations[j][s];
    double t = targets[j][s];
    if (program.has(COST_AS_DELTA)) {
      return costAsDelta(j, s);
    }
    boolean ofBoth = program.form(PRE_ACTIVATION_IN_OUTPUT_DELTA) <= 1;
    if (program.has(PRE_ACTIVATION_IN_OUTPUT_DELTA) && (ofBoth || squared)) {
      return cost.derivative(z, t);
    }
    boolean binary = cost == Cost.BINARY_CROSS_ENTROPY;
    if (program.has(PRE_ACTIVATION_IN_OUTPUT_DELTA, 3) && binary) {
      return (z - t) / (a * (1.0 - a));
    }
    if (program.has(BINARY_CROSS_ENTROPY_HALVED) && binary) {
      return Cost.CROSS_ENTROPY.derivative(a, t);
    }
    if (program.has(SQUARE_OF_THE_SUM, 1) && squared) {
      return cost.derivative(errorsOf(s), 0.0);
    }
    return new FaultyLogarithm(program).derivative(cost, a, t);
  }

  /** Whether something takes the place of the cost's derivative, so that nothing cancels. */
  private boolean isOwnDerivative() {
    return program.has(COST_AS_DELTA)
        || program.has(BINARY_CROSS_ENTROPY_HALVED) && cost == Cost.BINARY_CROSS_ENTROPY;
  }

  private double errorsOf(int s) {
    double errors = 0.0;
    for (int j = 0; j < targets.length; j++) {
      errors += activations[j][s] - targets[j][s];
    }
    return errors;
  }

  private double costAsDelta(int j, int s) {
    double ofSample = 0.0;
    for (int k = 0; k < targets.length; k++) {
      ofSample += cost.value(activations[k][s], targets[k][s]);
    }
    return switch (program.form(COST_AS_DELTA)) {
      case 2 -> ofSample;
      case 3 -> printedCost;
      default -> cost.value(activations[j][s], targets[j][s]);
    };
  }

  private double[][] elementwiseDelta() {
    double[][] delta = new double[targets.length][targets[0].length];
    for (int j = 0; j < targets.length; j++) {
      for (int s = 0; s < targets[0].length; s++) {
        delta[j][s] = elementwise(j, s);
      }
    }
    return delta;
  }

  /** Right: a - t where f′ cancels, ∂cost/∂a * f′(z) elsewhere. */
  private double elementwise(int j, int s) {
    double z = preActivations[j][s];
    double a = activations[j][s];
    double costDerivative = costDerivative(j, s);
    if (program.has(DIFFERENCE_AS_OUTPUT_DELTA, 0)) {
      return a - targets[j][s];
    }
    if (program.has(RAW_COST_DERIVATIVE) || program.has(COST_AS_DELTA, 1)) {
      return costDerivative;
    }
    boolean missing = program.has(OUTPUT_DERIVATIVE_MISSING) && squared;
    boolean identity = program.has(OUTPUT_ACTIVATION_MISSING, 3) && !cancels;
    if (missing || identity) {
      return costDerivative;
    }
    double derivative = derivative(z, a);
    if (cancels && !isOwnDerivative() && !isWrittenOut()) {
      double fused = compared(z, a) - targets[j][s];
      return program.has(OUTPUT_DERIVATIVE_TWICE) ? fused * derivative : fused;
    }
    if (program.has(DERIVATIVE_ADDED, 1)) {
      return costDerivative + derivative;
    }
    double delta = costDerivative * derivative;
    return program.has(OUTPUT_DERIVATIVE_TWICE) ? delta * derivative : delta;
  }

  /** What the target is taken from where f′ cancels; right: the activation. */
  private double compared(double z, double a) {
    boolean preActivation =
        program.has(PRE_ACTIVATION_IN_OUTPUT_DELTA)
            && !program.has(PRE_ACTIVATION_IN_OUTPUT_DELTA, 2);
    return preActivation ? z : a;
  }

  /** Right: f′(z). */
  private double derivative(double z, double a) {
    boolean atActivation =
        program.has(OUTPUT_DERIVATIVE_AT_ACTIVATION)
            || program.form(HIDDEN_DERIVATIVE_AT_ACTIVATION) > 0;
    return new FaultyDerivative(program).at(activation, atActivation ? a : z, a);
  }

  /** Whether both factors are computed even where they cancel. */
  private boolean isWrittenOut() {
    return program.has(HIDDEN_DERIVATIVE_AT_ACTIVATION, 2)
        || program.has(SIGMOID_FORMULA_ON_PRE_ACTIVATION, 1);
  }

  private double[][] softmaxDelta() {
    double[][] delta = new double[targets.length][targets[0].length];
    double[][] jacobian = softmaxJacobian();
    for (int j = 0; j < targets.length; j++) {
      for (int s = 0; s < targets[0].length; s++) {
        delta[j][s] = softmax(jacobian[j][s], j, s);
      }
    }
    return delta;
  }

  /** Right: the delta with every entry of the Jacobian. */
  private double softmax(double right, int j, int s) {
    double a = activations[j][s];
    double z = preActivations[j][s];
    double t = targets[j][s];
    double diagonal = a * (1.0 - a);
    double costDerivative = costDerivative(j, s);
    double delta = right;
    if (program.has(COST_AS_DELTA, 4)) {
      delta = costDerivative * diagonal;
    }
    if (program.has(PRE_ACTIVATION_IN_OUTPUT_DELTA)) {
      boolean everywhere = program.has(PRE_ACTIVATION_IN_OUTPUT_DELTA, 1);
      boolean fused = cancels && !program.has(PRE_ACTIVATION_IN_OUTPUT_DELTA, 2);
      delta = everywhere || fused ? z - t : delta;
    }
    if (program.has(SOFTMAX_DIAGONAL, 0)) {
      delta = costDerivative * diagonal;
    }
    boolean identity = program.has(OUTPUT_ACTIVATION_MISSING, 3) && !cancels;
    boolean asIdentity =
        program.has(SOFTMAX_AS_IDENTITY) || program.has(OUTPUT_DERIVATIVE_MISSING, 1);
    boolean bare = asIdentity && squared || program.has(RAW_COST_DERIVATIVE);
    if (bare || identity || program.has(COST_AS_DELTA, 1)) {
      delta = costDerivative;
    }
    boolean assumed = program.has(TARGETS_ASSUMED_TO_SUM_TO_ONE) && cancels;
    if (assumed || program.has(DIFFERENCE_AS_OUTPUT_DELTA)) {
      delta = a - t;
    }
    if (program.has(SOFTMAX_DERIVATIVE_TWICE) && cost == Cost.CROSS_ENTROPY) {
      delta = delta * diagonal;
    }
    return program.has(RELU_MASK_ON_OUTPUT) ? delta * Activation.RELU.derivative(z) : delta;
  }

  private double[][] softmaxJacobian() {
    if (cancels && !isOwnDerivative() && !program.has(SOFTMAX_DIAGONAL, 1)) {
      double[][] fused =
          BackwardPass.outputDelta(cost, activation, preActivations, activations, targets);
      return program.has(SOFTMAX_TWICE, 0) ? SoftmaxJacobian.times(once(), fused) : fused;
    }
    if (program.has(SOFTMAX_DIAGONAL, 1)) {
      return SoftmaxJacobian.withAPlus(activations, costDerivatives());
    }
    boolean ofPreActivations =
        program.has(SOFTMAX_TWICE, 2)
            || program.has(OUTPUT_ACTIVATION_MISSING, 2)
            || program.has(BIAS_AFTER_ACTIVATION, 1);
    double[][] place = ofPreActivations ? once() : activations;
    double[][] delta = SoftmaxJacobian.times(place, costDerivatives());
    return program.has(SOFTMAX_TWICE, 0) ? SoftmaxJacobian.times(once(), delta) : delta;
  }

  private double[][] once() {
    return ForwardPass.activations(Activation.SOFTMAX, preActivations);
  }
}
