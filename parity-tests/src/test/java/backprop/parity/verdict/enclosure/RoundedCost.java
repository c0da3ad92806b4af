package backprop.parity.verdict.enclosure;

import backprop.loops.Activation;
import backprop.loops.Cost;

/** Step 3 for one output and step 4, operation by operation. */
final class RoundedCost {
  private static final Interval HALF = Interval.of(0.5);
  private static final Interval TWO = Interval.of(2.0);

  private final Roundings arithmetic;
  private final RoundedFunctions functions;

  RoundedCost(Roundings arithmetic, RoundedFunctions functions) {
    this.arithmetic = arithmetic;
    this.functions = functions;
  }

  Interval value(Cost cost, Interval a, Interval t) {
    Interval square = arithmetic.rounded(arithmetic.difference(a, t).squared());
    return switch (cost) {
      case SQUARED_ERROR -> square;
      case HALF_SQUARED_ERROR -> arithmetic.product(HALF, square);
      case CROSS_ENTROPY -> timesLogarithm(t, a).negated();
      case BINARY_CROSS_ENTROPY ->
          arithmetic.sum(
              2,
              index ->
                  index == 0
                      ? timesLogarithm(t, a).negated()
                      : timesLogarithm(rest(t), rest(a)).negated());
    };
  }

  /** Step 4 for output j of one sample. */
  Interval outputDelta(
      Cost cost, Activation activation, Interval[] z, Interval[] a, Interval[] t, int j) {
    if (activation != Activation.SOFTMAX) {
      return cost.cancels(activation)
          ? arithmetic.difference(a[j], t[j])
          : arithmetic.product(
              derivative(cost, a[j], t[j]), functions.derivative(activation, z[j], a[j]));
    }
    if (cost.cancels(activation)) {
      Interval targets = arithmetic.sum(t.length, k -> t[k]);
      return arithmetic.difference(arithmetic.product(a[j], targets), t[j]);
    }
    return arithmetic.sum(
        t.length, k -> arithmetic.product(jacobian(a, k, j), derivative(cost, a[k], t[k])));
  }

  /** ∂a_k/∂z_j. */
  private Interval jacobian(Interval[] a, int k, int j) {
    Interval product = arithmetic.product(a[k], a[j]);
    return k == j ? arithmetic.difference(a[k], product) : product.negated();
  }

  private Interval derivative(Cost cost, Interval a, Interval t) {
    Interval difference = arithmetic.difference(a, t);
    return switch (cost) {
      case SQUARED_ERROR -> difference.times(TWO);
      case HALF_SQUARED_ERROR -> difference;
      case CROSS_ENTROPY -> arithmetic.quotient(t, a).negated();
      case BINARY_CROSS_ENTROPY ->
          arithmetic.difference(arithmetic.quotient(rest(t), rest(a)), arithmetic.quotient(t, a));
    };
  }

  private Interval rest(Interval a) {
    return arithmetic.difference(Interval.ONE, a);
  }

  /** t · ln a, where 0 · ln 0 is 0. */
  private Interval timesLogarithm(Interval t, Interval a) {
    return t.isZero() ? Interval.ZERO : arithmetic.product(t, functions.logarithm(a));
  }
}
