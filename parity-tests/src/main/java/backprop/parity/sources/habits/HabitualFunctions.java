package backprop.parity.sources.habits;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.parity.model.Rows;

/** Activations and costs, and their derivatives, as a program with these habits computes them. */
final class HabitualFunctions {
  private static final double NEGATIVE_SLOPE = 0.01;

  private final HabitualArithmetic arithmetic;

  HabitualFunctions(HabitualArithmetic arithmetic) {
    this.arithmetic = arithmetic;
  }

  private double stored(double value) {
    return arithmetic.stored(value);
  }

  double[][] activations(Activation activation, double[][] z) {
    return activation == Activation.SOFTMAX
        ? softmax(z)
        : arithmetic.each(z, each -> activation(activation, each));
  }

  private double[][] softmax(double[][] z) {
    double[][] exponentials = Rows.copy(z);
    double[][] shares = Rows.copy(z);
    for (int s = 0; s < z[0].length; s++) {
      int sample = s;
      double maximum = Double.NEGATIVE_INFINITY;
      for (double[] row : z) {
        maximum = StrictMath.max(maximum, row[s]);
      }
      double shift = arithmetic.has(Habit.UNSHIFTED_SOFTMAX) ? 0.0 : maximum;
      for (int j = 0; j < z.length; j++) {
        exponentials[j][s] = arithmetic.exp(stored(z[j][s] - shift));
      }
      double sum = arithmetic.sum(z.length, j -> exponentials[j][sample]);
      for (int j = 0; j < z.length; j++) {
        shares[j][s] = stored(exponentials[j][s] / sum);
      }
    }
    return shares;
  }

  private double activation(Activation activation, double z) {
    return switch (activation) {
      case SIGMOID -> sigmoid(z);
      case TANH -> arithmetic.tanh(z);
      case LEAKY_RELU -> z > 0.0 ? z : stored(NEGATIVE_SLOPE) * z;
      default -> activation.value(z);
    };
  }

  private double sigmoid(double z) {
    if (z < 0.0 && !arithmetic.has(Habit.ONE_FORM_OF_SIGMOID)) {
      double exponential = arithmetic.exp(z);
      return stored(exponential / stored(1.0 + exponential));
    }
    return stored(1.0 / stored(1.0 + arithmetic.exp(-z)));
  }

  /** f′ of one neuron, which softmax does not have. */
  double derivative(Activation activation, double z, double a) {
    boolean fromActivation = arithmetic.has(Habit.DERIVATIVE_FROM_ACTIVATION);
    return switch (activation) {
      case SIGMOID -> fromActivation ? stored(a * stored(1.0 - a)) : sigmoidDerivative(z);
      case TANH ->
          fromActivation
              ? stored(1.0 - stored(a * a))
              : 4.0 * stored(sigmoid(2.0 * z) * sigmoid(-(2.0 * z)));
      default -> stored(activation.derivative(z));
    };
  }

  private double sigmoidDerivative(double z) {
    if (arithmetic.has(Habit.DERIVATIVE_BY_EXPONENTIALS)) {
      double power = arithmetic.exp(-z);
      return stored(power / stored(stored(1.0 + power) * stored(1.0 + power)));
    }
    return stored(sigmoid(z) * sigmoid(-z));
  }

  double derivative(Cost cost, double a, double t) {
    double difference = stored(a - t);
    return switch (cost) {
      case SQUARED_ERROR -> 2.0 * difference;
      case HALF_SQUARED_ERROR -> difference;
      case CROSS_ENTROPY -> quotient(-t, a);
      case BINARY_CROSS_ENTROPY ->
          stored(quotient(-t, a) + quotient(stored(1.0 - t), stored(1.0 - a)));
    };
  }

  private double quotient(double t, double a) {
    return t == 0.0 ? 0.0 : stored(t / a);
  }

  double cost(Cost cost, double a, double t) {
    double difference = stored(a - t);
    return switch (cost) {
      case SQUARED_ERROR -> stored(difference * difference);
      case HALF_SQUARED_ERROR -> stored(0.5 * difference * difference);
      case CROSS_ENTROPY -> logarithm(-t, a);
      case BINARY_CROSS_ENTROPY ->
          stored(logarithm(-t, a) + logarithm(stored(t - 1.0), stored(1.0 - a)));
    };
  }

  private double logarithm(double t, double a) {
    return t == 0.0 ? 0.0 : stored(t * arithmetic.log(a));
  }
}
