package backprop.parity.verdict;

import backprop.loops.Activation;
import backprop.loops.Cost;

/** Step 3 for one output and step 4 with their errors. */
final class CostError {
  private static final Estimate HALF = new Estimate(0.5, 0.0, false);
  private static final Estimate TWO = new Estimate(2.0, 0.0, false);

  private final RunningError arithmetic;
  private final ActivationError activationError;

  CostError(RunningError arithmetic) {
    this.arithmetic = arithmetic;
    this.activationError = new ActivationError(arithmetic);
  }

  /** The cost of one activation. */
  Estimate value(Cost cost, Estimate a, Estimate t) {
    Estimate difference = arithmetic.difference(a, t);
    Estimate square = arithmetic.product(difference, difference);
    Estimate estimate =
        switch (cost) {
          case SQUARED_ERROR -> square;
          case HALF_SQUARED_ERROR -> arithmetic.product(HALF, square);
          case CROSS_ENTROPY -> timesLogarithm(t, a);
          case BINARY_CROSS_ENTROPY ->
              arithmetic.difference(
                  timesLogarithm(t, a).negated(), timesLogarithm(rest(t), rest(a)));
        };
    return estimate.withValue(cost.value(a.value(), t.value()));
  }

  /** ∂cost/∂a at one activation. */
  Estimate derivative(Cost cost, Estimate a, Estimate t) {
    Estimate difference = arithmetic.difference(a, t);
    return switch (cost) {
      case SQUARED_ERROR -> arithmetic.product(TWO, difference);
      case HALF_SQUARED_ERROR -> difference;
      case CROSS_ENTROPY -> quotient(t.negated(), a);
      case BINARY_CROSS_ENTROPY ->
          arithmetic.difference(quotient(rest(t), rest(a)), quotient(t, a));
    };
  }

  /** Step 4 for one output and sample, by the formula that loses least, as the loops do. */
  Estimate outputDelta(
      Cost cost, Activation activation, Estimates z, Estimates a, Estimates t, int j, int s) {
    Estimate activationOfNeuron = a.at(j, s);
    Estimate target = t.at(j, s);
    boolean cancels = cost.cancels(activation);
    if (activation == Activation.SOFTMAX && cancels) {
      Estimate targetSum = arithmetic.sum(t.rows(), k -> t.at(k, s));
      return arithmetic.difference(arithmetic.product(activationOfNeuron, targetSum), target);
    }
    if (activation == Activation.SOFTMAX) {
      return arithmetic.sum(
          t.rows(),
          k ->
              arithmetic.product(
                  jacobian(a.at(k, s), activationOfNeuron, k == j),
                  derivative(cost, a.at(k, s), t.at(k, s))));
    }
    if (cancels) {
      return arithmetic.difference(activationOfNeuron, target);
    }
    return arithmetic.product(
        derivative(cost, activationOfNeuron, target),
        activationError.derivative(activation, z.at(j, s), activationOfNeuron));
  }

  private Estimate jacobian(Estimate left, Estimate right, boolean diagonal) {
    return arithmetic.difference(diagonal ? left : Estimate.ZERO, arithmetic.product(left, right));
  }

  /** 1 - a. */
  private Estimate rest(Estimate a) {
    return arithmetic.difference(Estimate.ONE, a);
  }

  /** t · ln a, where 0 · ln 0 is 0. */
  private Estimate timesLogarithm(Estimate t, Estimate a) {
    return t.isExactlyZero() ? Estimate.ZERO : arithmetic.product(t, arithmetic.logarithm(a));
  }

  /** t / a, where 0 / 0 is 0. */
  private Estimate quotient(Estimate t, Estimate a) {
    return t.isExactlyZero() ? Estimate.ZERO : arithmetic.quotient(t, a);
  }
}
