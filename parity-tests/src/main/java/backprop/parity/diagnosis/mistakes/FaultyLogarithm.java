package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.Mistake.*;

import backprop.loops.Cost;

/** A cost with a logarithm, and its derivative: what is added in it or left out of it. */
record FaultyLogarithm(FaultyProgram program) {
  /** Which ε stands in the logarithm: what books, libraries and habits use; each in three places. */
  static final double[] EPSILONS = {
    1e-7, 1e-15, 1e-12, 1e-10, 1e-9, 1e-8, 1e-6, 1e-5, 1e-4, 1e-3, 0x1p-52, 0x1p-23, 1e-14, 1e-16
  };

  /** Added to what the logarithm takes; added in the derivative as well; or a limit for it. */
  private int place() {
    return program.form(EPSILON_IN_LOGARITHM) / EPSILONS.length;
  }

  private boolean isInDerivative() {
    return program.has(EPSILON_IN_LOGARITHM) && place() == 1;
  }

  private boolean isLimit() {
    return program.has(EPSILON_IN_LOGARITHM) && place() == 2;
  }

  /** ε; 0 if there is none. */
  private double epsilon() {
    int form = program.form(EPSILON_IN_LOGARITHM);
    return form < 0 ? 0.0 : EPSILONS[form % EPSILONS.length];
  }

  /** What one output adds to a cost. */
  double value(Cost cost, double a, double t) {
    if (!cost.takesLogarithm()) {
      return cost.value(a, t);
    }
    boolean binary = cost == Cost.BINARY_CROSS_ENTROPY;
    if (program.has(TARGET_ENTROPY_SUBTRACTED)) {
      double entropy = entropy(t) + (binary ? entropy(1.0 - t) : 0.0);
      return cost.value(a, t) - entropy;
    }
    if (program.has(BINARY_CROSS_ENTROPY_HALVED, 1) && binary) {
      return Cost.CROSS_ENTROPY.value(a, t);
    }
    if (!program.has(EPSILON_IN_LOGARITHM)) {
      return cost.value(a, t);
    }
    if (isLimit()) {
      return cost.value(StrictMath.max(epsilon(), StrictMath.min(1.0 - epsilon(), a)), t);
    }
    double ofTarget = -t * StrictMath.log(a + epsilon());
    return binary ? ofTarget - (1.0 - t) * StrictMath.log(1.0 - a + epsilon()) : ofTarget;
  }

  private static double entropy(double t) {
    return t == 0.0 ? 0.0 : -t * StrictMath.log(t);
  }

  /** ∂cost/∂a. */
  double derivative(Cost cost, double a, double t) {
    if (!cost.takesLogarithm() || !isInDerivative()) {
      return cost.derivative(a, t);
    }
    double ofTarget = -t / (a + epsilon());
    boolean binary = cost == Cost.BINARY_CROSS_ENTROPY;
    return binary ? ofTarget + (1.0 - t) / (1.0 - a + epsilon()) : ofTarget;
  }
}
