import backprop.loops.Activation;
import backprop.parity.explain.NamedMatrix;
import backprop.parity.sources.NumericalDerivative;
import backprop.parity.terms.NumberText;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** Chapter 14: the same weights at every time step. */
public final class Chapter14TimeSteps {
  static final double[][] INPUTS = {{0.4, -0.3, 0.2}, {0.1, 0.6, -0.5}}; // [j][t]
  static final double[] START = {0.5, -0.8};
  static final double[] TARGETS = {0.3, -0.4};

  public static void main(String[] arguments) {
    double[][] weights = {{0.6, -0.7}, {0.9, 0.2}};
    double[][] states = new double[2][4]; // column t is what step t begins with
    double[][] preActivations = new double[2][3];
    double cost = run(weights, preActivations, states);

    double[][] delta = new double[2][3];
    for (int t = 2; t >= 0; t--) {
      for (int j = 0; j < 2; j++) {
        double slope = t == 2 ? states[j][3] - TARGETS[j] : handedBack(weights, delta, j, t);
        delta[j][t] = slope * Activation.TANH.derivative(preActivations[j][t]);
      }
    }

    System.out.println("cost " + NumberText.brief(cost));
    System.out.println("delta[0][t] * states[1][t]");
    double sum = 0.0;
    for (int t = 0; t < 3; t++) {
      double term = delta[0][t] * states[1][t];
      sum += term;
      System.out.printf(
          "t = %d  %-10s  sum %s%n", t, NumberText.brief(term), NumberText.brief(sum));
    }
    System.out.println();

    RealMatrix d = new Array2DRowRealMatrix(delta);
    RealMatrix h = new Array2DRowRealMatrix(states).getSubMatrix(0, 1, 0, 2);
    RealMatrix weightGradients = d.multiply(h.transpose());

    System.out.println(new NamedMatrix("D H^T", weightGradients.getData()));
    System.out.println(
        new NamedMatrix(
            "nudge",
            NumericalDerivative.gradient(
                () -> run(weights, new double[2][3], new double[2][4]), weights)));
  }

  /** What the state after step t gets from the step after it. */
  static double handedBack(double[][] weights, double[][] delta, int j, int t) {
    double sum = 0.0;
    for (int k = 0; k < 2; k++) {
      sum += weights[k][j] * delta[k][t + 1];
    }
    return sum;
  }

  /** Three steps, each from the state that the last one left; fills in both, gives the cost. */
  static double run(double[][] weights, double[][] preActivations, double[][] states) {
    double cost = 0.0;
    for (int j = 0; j < 2; j++) {
      states[j][0] = START[j];
    }
    for (int t = 0; t < 3; t++) {
      for (int j = 0; j < 2; j++) {
        double sum = 0.0;
        for (int i = 0; i < 2; i++) {
          sum += weights[j][i] * states[i][t];
        }
        preActivations[j][t] = sum + INPUTS[j][t];
        states[j][t + 1] = Activation.TANH.value(preActivations[j][t]);
      }
    }
    for (int j = 0; j < 2; j++) {
      double difference = states[j][3] - TARGETS[j];
      cost += 0.5 * difference * difference;
    }
    return cost;
  }
}
