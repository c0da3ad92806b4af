package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.Mistake.*;

import backprop.loops.Activation;

/** f′(z) of one neuron, in every layer; each mistake in the formula itself is a switch. */
record FaultyDerivative(FaultyProgram program) {

  /** Right: {@code activation.derivative(z)}. */
  double at(Activation activation, double z) {
    return switch (activation) {
      case SIGMOID ->
          program.has(SIGMOID_FORMULA_ON_PRE_ACTIVATION) ? z * (1.0 - z) : activation.derivative(z);
      case TANH -> ofTanh(z);
      case RELU -> ofRelu(z);
      case LEAKY_RELU -> ofLeakyRelu(z);
      case IDENTITY, SOFTMAX -> activation.derivative(z);
    };
  }

  private double ofTanh(double z) {
    if (program.has(SIGMOID_DERIVATIVE_FOR_TANH)) {
      double a = Activation.TANH.value(z);
      return a * (1.0 - a);
    }
    return program.has(TANH_FORMULA_ON_PRE_ACTIVATION)
        ? 1.0 - z * z
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
    return program.has(LEAKY_SLOPE_ONE_FIFTH) && z <= 0.0
        ? 0.2
        : Activation.LEAKY_RELU.derivative(z);
  }
}
