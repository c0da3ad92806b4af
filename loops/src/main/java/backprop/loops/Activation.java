package backprop.loops;

/**
 * What a neuron makes of its pre-activation: a = f(z).
 *
 * <p>Source: 「逆誤差伝播法 - バックプロパゲーション 書き始め」, section 活性化関数の微分.
 */
public enum Activation {
  IDENTITY,
  SIGMOID,
  TANH,
  RELU,
  LEAKY_RELU,
  /** A share of 1 for every neuron of a sample, in the output layer only: see {@link Softmax}. */
  SOFTMAX;

  private static final double NEGATIVE_SLOPE = 0.01;

  /**
   * The activation f(z) of one pre-activation.
   *
   * @throws UnsupportedOperationException for softmax, which needs a whole sample
   */
  public double value(double z) {
    return switch (this) {
      case IDENTITY -> z;
      case SIGMOID -> sigmoid(z);
      case TANH -> StrictMath.tanh(z);
      case RELU -> StrictMath.max(z, 0.0);
      case LEAKY_RELU -> z > 0.0 ? z : NEGATIVE_SLOPE * z;
      case SOFTMAX -> throw new UnsupportedOperationException("softmax needs a whole sample");
    };
  }

  /**
   * The derivative f′(z) at one pre-activation.
   *
   * @throws UnsupportedOperationException for softmax, which has a Jacobian
   */
  public double derivative(double z) {
    return switch (this) {
      case IDENTITY -> 1.0;
      case SIGMOID -> sigmoidDerivative(z);
      case TANH -> 4.0 * sigmoidDerivative(2.0 * z); // 1 - tanh² z, in the same way
      case RELU -> z > 0.0 ? 1.0 : 0.0;
      case LEAKY_RELU -> z > 0.0 ? 1.0 : NEGATIVE_SLOPE;
      case SOFTMAX -> throw new UnsupportedOperationException("softmax has a Jacobian");
    };
  }

  /** Whether every activation is between 0 and 1, so that its logarithm can be taken. */
  public boolean givesProbabilities() {
    return this == SIGMOID || this == SOFTMAX;
  }

  /** 1 / (1 + e⁻ᶻ), in whichever form takes exp of a negative number: that never overflows. */
  private static double sigmoid(double z) {
    if (z < 0.0) {
      double exponential = StrictMath.exp(z);
      return exponential / (1.0 + exponential);
    }
    return 1.0 / (1.0 + StrictMath.exp(-z));
  }

  /** f (1 - f), where 1 - f(z) is f(-z): subtracting would lose every digit once f is near 1. */
  private static double sigmoidDerivative(double z) {
    return sigmoid(z) * sigmoid(-z);
  }
}
