package backprop.parity.sources;

import static backprop.parity.sources.ExactArithmetic.ONE;
import static backprop.parity.sources.ExactArithmetic.ZERO;
import static backprop.parity.sources.ExactArithmetic.exactly;
import static backprop.parity.sources.ExactArithmetic.exponential;

import backprop.loops.Activation;
import org.apache.commons.math3.dfp.Dfp;

/**
 * One neuron's activation a = f(z) in exact arithmetic, with what would lose its digits if it were
 * computed from a alone.
 *
 * @param value a
 * @param complement 1 - a, to full precision even where a is nearly 1
 * @param derivative f′(z); of softmax ∂a/∂z with the same neuron's z
 */
record ExactActivation(Dfp value, Dfp complement, Dfp derivative) {
  private static final Dfp SLOPE = ONE.divide(100);
  private static final Dfp TINY = exactly(1e-20);

  /** The activations of one sample's pre-activations. */
  static ExactActivation[] ofSample(Activation activation, Dfp[] z) {
    if (activation == Activation.SOFTMAX) {
      return softmax(z);
    }
    ExactActivation[] activations = new ExactActivation[z.length];
    for (int j = 0; j < z.length; j++) {
      activations[j] = of(activation, z[j]);
    }
    return activations;
  }

  /** ln a; near 1 by the series of ln(1 - c), because a has forgotten c. */
  Dfp logarithm() {
    return complement.lessThan(TINY) ? logarithmBelowOne(complement) : value.log();
  }

  /** ln(1 - a), in the same way. */
  Dfp logarithmOfComplement() {
    return value.lessThan(TINY) ? logarithmBelowOne(value) : complement.log();
  }

  private static ExactActivation of(Activation activation, Dfp z) {
    boolean positive = z.greaterThan(ZERO);
    return switch (activation) {
      case IDENTITY -> line(z, ONE);
      case RELU -> line(z, positive ? ONE : ZERO);
      case LEAKY_RELU -> line(z, positive ? ONE : SLOPE);
      case SIGMOID -> sigmoid(z);
      case TANH -> tanh(z);
      case SOFTMAX -> throw new UnsupportedOperationException("softmax needs a whole sample");
    };
  }

  private static ExactActivation[] softmax(Dfp[] z) {
    Dfp maximum = z[0];
    for (Dfp other : z) {
      maximum = other.greaterThan(maximum) ? other : maximum;
    }
    Dfp[] exponentials = new Dfp[z.length];
    Dfp sum = ZERO;
    for (int j = 0; j < z.length; j++) {
      exponentials[j] = exponential(z[j].subtract(maximum));
      sum = sum.add(exponentials[j]);
    }
    ExactActivation[] activations = new ExactActivation[z.length];
    for (int j = 0; j < z.length; j++) {
      Dfp others = ZERO;
      for (int q = 0; q < z.length; q++) {
        others = q == j ? others : others.add(exponentials[q]);
      }
      Dfp value = exponentials[j].divide(sum);
      Dfp complement = others.divide(sum);
      activations[j] = new ExactActivation(value, complement, value.multiply(complement));
    }
    return activations;
  }

  private static Dfp logarithmBelowOne(Dfp c) {
    Dfp square = c.multiply(c);
    Dfp cube = square.multiply(c);
    return c.add(square.divide(2)).add(cube.divide(3)).negate();
  }

  private static ExactActivation line(Dfp z, Dfp slope) {
    Dfp value = z.multiply(slope);
    return new ExactActivation(value, ONE.subtract(value), slope);
  }

  private static ExactActivation sigmoid(Dfp z) {
    Dfp exponential = exponential(z.abs().negate());
    Dfp larger = ONE.divide(ONE.add(exponential));
    Dfp smaller = exponential.multiply(larger);
    Dfp derivative = larger.multiply(smaller);
    return z.lessThan(ZERO)
        ? new ExactActivation(smaller, larger, derivative)
        : new ExactActivation(larger, smaller, derivative);
  }

  /** tanh z = 2 sigmoid(2z) - 1; where that is all cancellation, the series of tanh. */
  private static ExactActivation tanh(Dfp z) {
    ExactActivation sigmoid = sigmoid(z.multiply(2));
    Dfp cube = z.multiply(z).multiply(z);
    Dfp value =
        z.abs().lessThan(TINY)
            ? z.subtract(cube.divide(3))
            : sigmoid.value.subtract(sigmoid.complement);
    return new ExactActivation(value, ONE.subtract(value), sigmoid.derivative.multiply(4));
  }
}
