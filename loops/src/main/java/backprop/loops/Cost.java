package backprop.loops;

/**
 * How far one activation a is from its target t. A sample's cost is the sum over its outputs.
 *
 * <p>Sources: 「誤差逆伝播法を簡単に説明してみる」, section 予測を変えると誤差が変化する; 「逆誤差伝播法 -
 * バックプロパゲーション 書き始め」, section 損失関数の微分.
 */
public enum Cost {
  SQUARED_ERROR,
  HALF_SQUARED_ERROR,
  /** For outputs that are shares or probabilities, with targets between 0 and 1. */
  CROSS_ENTROPY,
  /** For outputs that are probabilities, each by itself, with targets between 0 and 1. */
  BINARY_CROSS_ENTROPY;

  /** The cost of one activation. */
  public double value(double a, double t) {
    return switch (this) {
      case SQUARED_ERROR -> (a - t) * (a - t);
      case HALF_SQUARED_ERROR -> 0.5 * (a - t) * (a - t);
      case CROSS_ENTROPY -> timesLogarithm(-t, a);
      case BINARY_CROSS_ENTROPY -> timesLogarithm(-t, a) + timesLogarithm(t - 1.0, 1.0 - a);
    };
  }

  /** The derivative ∂cost/∂a at one activation. */
  public double derivative(double a, double t) {
    return switch (this) {
      case SQUARED_ERROR -> 2.0 * (a - t);
      case HALF_SQUARED_ERROR -> a - t;
      case CROSS_ENTROPY -> quotient(-t, a);
      case BINARY_CROSS_ENTROPY -> quotient(-t, a) + quotient(1.0 - t, 1.0 - a);
    };
  }

  /** Whether it takes the logarithm of activations, which then must be probabilities. */
  public boolean takesLogarithm() {
    return this == CROSS_ENTROPY || this == BINARY_CROSS_ENTROPY;
  }

  /** Whether f′ cancels the 1 / a of its derivative, so that the output delta needs neither. */
  public boolean cancels(Activation activation) {
    return this == CROSS_ENTROPY && activation == Activation.SOFTMAX
        || this == BINARY_CROSS_ENTROPY && activation == Activation.SIGMOID;
  }

  /** t · ln a with its limit: 0 times the logarithm of 0 is 0. */
  private static double timesLogarithm(double t, double a) {
    return t == 0.0 ? 0.0 : t * StrictMath.log(a);
  }

  /** t / a, the derivative of t · ln a, with the same limit. */
  private static double quotient(double t, double a) {
    return t == 0.0 ? 0.0 : t / a;
  }
}
