package backprop.parity.sources;

import static backprop.parity.sources.ExactArithmetic.ONE;
import static backprop.parity.sources.ExactArithmetic.ZERO;

import backprop.loops.Cost;
import org.apache.commons.math3.dfp.Dfp;

/** The cost of one activation and its derivative in exact arithmetic; no pair is fused. */
final class ExactCost {
  private ExactCost() {}

  static Dfp value(Cost cost, ExactActivation activation, Dfp t) {
    Dfp difference = activation.value().subtract(t);
    Dfp square = difference.multiply(difference);
    return switch (cost) {
      case SQUARED_ERROR -> square;
      case HALF_SQUARED_ERROR -> square.divide(2);
      case CROSS_ENTROPY -> crossEntropy(activation, t);
      case BINARY_CROSS_ENTROPY ->
          crossEntropy(activation, t).add(complementCrossEntropy(activation, ONE.subtract(t)));
    };
  }

  /** ∂cost/∂a. */
  static Dfp derivative(Cost cost, ExactActivation activation, Dfp t) {
    Dfp difference = activation.value().subtract(t);
    return switch (cost) {
      case SQUARED_ERROR -> difference.multiply(2);
      case HALF_SQUARED_ERROR -> difference;
      case CROSS_ENTROPY -> quotient(t, activation.value()).negate();
      case BINARY_CROSS_ENTROPY ->
          quotient(ONE.subtract(t), activation.complement())
              .subtract(quotient(t, activation.value()));
    };
  }

  private static Dfp crossEntropy(ExactActivation activation, Dfp t) {
    return t.isZero() ? ZERO : t.multiply(activation.logarithm()).negate();
  }

  private static Dfp complementCrossEntropy(ExactActivation activation, Dfp t) {
    return t.isZero() ? ZERO : t.multiply(activation.logarithmOfComplement()).negate();
  }

  private static Dfp quotient(Dfp t, Dfp a) {
    return t.isZero() ? ZERO : t.divide(a);
  }
}
