package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.Mistake.*;

import backprop.loops.Activation;

/** f′ of one neuron, in every layer; each mistake in the formula itself is a switch. */
record FaultyDerivative(FaultyProgram program) {

  /** Right: {@code activation.derivative(z)}; a is what the program takes f(z) to be. */
  double at(Activation activation, double z, double a) {
    if (isTakenFromActivation(activation)) {
      return formula(activation, a);
    }
    if (program.has(SIGMOID_DERIVATIVE_FOR_TANH, 1) && activation != Activation.SOFTMAX) {
      return formula(Activation.SIGMOID, activation.value(z));
    }
    return switch (activation) {
      case SIGMOID ->
          program.has(SIGMOID_FORMULA_ON_PRE_ACTIVATION)
              ? formula(Activation.SIGMOID, z)
              : activation.derivative(z);
      case TANH -> ofTanh(z);
      case RELU -> ofRelu(z);
      case LEAKY_RELU -> ofLeakyRelu(z);
      case IDENTITY, SOFTMAX -> activation.derivative(z);
    };
  }

  /** Whether a wrong activation spoils the derivative as well. */
  private boolean isTakenFromActivation(Activation activation) {
    boolean smooth = activation == Activation.SIGMOID || activation == Activation.TANH;
    return program.has(ACTIVATION_TWICE, 2)
        || program.has(BIAS_AFTER_ACTIVATION, 2)
        || program.has(BIAS_AFTER_ACTIVATION, 3) && smooth
        || program.has(OUTPUT_ACTIVATION_MISSING, 1);
  }

  /** f′ in terms of a = f(z), as it is usually written down. */
  static double formula(Activation activation, double a) {
    return switch (activation) {
      case SIGMOID, SOFTMAX -> a * (1.0 - a);
      case TANH -> 1.0 - a * a;
      case RELU, LEAKY_RELU, IDENTITY -> activation.derivative(a);
    };
  }

  private double ofTanh(double z) {
    double a = Activation.TANH.value(z);
    if (program.has(SIGMOID_DERIVATIVE_FOR_TANH)) {
      return formula(Activation.SIGMOID, a);
    }
    if (program.has(TANH_DERIVATIVE_MISBRACKETED)) {
      return (1.0 - a) * (1.0 - a);
    }
    return program.has(TANH_FORMULA_ON_PRE_ACTIVATION)
        ? formula(Activation.TANH, z)
        : Activation.TANH.derivative(z);
  }

  private double ofRelu(double z) {
    boolean one =
        program.has(RELU_DERIVATIVE_ALWAYS_ONE) || program.has(RELU_DERIVATIVE_AT_ZERO) && z == 0.0;
    return one ? 1.0 : Activation.RELU.derivative(z);
  }

  private double ofLeakyRelu(double z) {
    if (program.has(RELU_DERIVATIVE_AT_ZERO) && z == 0.0) {
      return 1.0;
    }
    if (program.has(LEAKY_SLOPE_LOST)) {
      return Activation.RELU.derivative(z);
    }
    return program.has(LEAKY_SLOPE_ONE_FIFTH, 0) && z <= 0.0
        ? 0.2
        : Activation.LEAKY_RELU.derivative(z);
  }
}
