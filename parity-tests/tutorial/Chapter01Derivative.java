import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.parity.terms.NumberText;
import java.util.function.DoubleUnaryOperator;

/** Chapter 1: a derivative is the ratio of two small changes. */
public final class Chapter01Derivative {
  /** How much f changes for a small change of its input, compared with that change. */
  static double slope(DoubleUnaryOperator f, double x, double step) {
    return (f.applyAsDouble(x + step) - f.applyAsDouble(x)) / ((x + step) - x);
  }

  public static void main(String[] arguments) {
    double constant = slope(x -> 5.0, 3.0, 0.0000001);
    double linear = slope(x -> 3.0 * x + 2.0, 3.0, 0.0000001);
    System.out.println("5       at 3      " + NumberText.rounded(constant, 15));
    System.out.println("3x + 2  at 3      " + NumberText.rounded(linear, 15));
    System.out.println();

    Activation sigmoid = Activation.SIGMOID;
    System.out.println("sigmoid at 0.475, by its formula  " + brief(sigmoid.derivative(0.475)));
    for (String step : new String[] {"1", "0.01", "1e-5", "1e-8", "1e-12", "1e-15", "1e-17"}) {
      double slope = slope(sigmoid::value, 0.475, Double.parseDouble(step));
      System.out.printf("                 step %-5s       %s%n", step, brief(slope));
    }
    System.out.println();

    double[] activations = {0.5, 0.25, 1.0};
    double[] targets = {1.0, 0.0, 0.0};
    for (int j = 0; j < activations.length; j++) {
      double slope = slope(nudged(j, activations, targets), activations[j], 1e-8);
      double formula = Cost.HALF_SQUARED_ERROR.derivative(activations[j], targets[j]);
      System.out.printf("cost, input %d     %-8s a - t = %s%n", j, brief(slope), brief(formula));
    }
  }

  /** The cost as a function of activation j alone: all others stay what they are. */
  static DoubleUnaryOperator nudged(int nudged, double[] activations, double[] targets) {
    return input -> {
      double sum = 0.0;
      for (int j = 0; j < activations.length; j++) {
        double activation = j == nudged ? input : activations[j];
        sum += Cost.HALF_SQUARED_ERROR.value(activation, targets[j]);
      }
      return sum;
    };
  }

  static String brief(double number) {
    return NumberText.brief(number);
  }
}
