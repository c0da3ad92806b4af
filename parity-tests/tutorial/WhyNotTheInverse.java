import backprop.parity.explain.NamedMatrix;
import backprop.parity.sources.NumericalDerivative;
import backprop.parity.terms.NumberText;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** The same terms by rows and by columns, and what the inverse of the weights would answer. */
public final class WhyNotTheInverse {
  static final double[][] WEIGHTS = {{0.5, -0.25}, {0.75, 0.5}};
  static final double[] DELTA = {0.4, -0.6};

  public static void main(String[] arguments) {
    double[] activations = {1.0, 0.5};
    double[][] terms = new double[2][2];
    double[] rows = new double[2];
    double[] columns = new double[2];
    for (int j = 0; j < 2; j++) {
      for (int i = 0; i < 2; i++) {
        terms[j][i] = DELTA[j] * WEIGHTS[j][i] * activations[i];
        rows[j] += terms[j][i];
        columns[i] += terms[j][i];
      }
    }
    System.out.println("delta[j] * weights[j][i] * activations[i]");
    System.out.println("        i = 0   i = 1   row");
    for (int j = 0; j < 2; j++) {
      show("j = " + j, terms[j][0], terms[j][1], rows[j]);
    }
    System.out.printf("column  %-6s  %s%n", brief(columns[0]), brief(columns[1]));
    String byRows = brief(rows[0] + rows[1]);
    String byColumns = brief(columns[0] + columns[1]);
    System.out.printf("all     %s by rows, %s by columns%n", byRows, byColumns);
    System.out.println();

    RealMatrix weights = new Array2DRowRealMatrix(WEIGHTS);
    RealMatrix delta = new Array2DRowRealMatrix(DELTA);
    RealMatrix transposed = weights.transpose().multiply(delta);
    RealMatrix inverse = new LUDecomposition(weights).getSolver().getInverse();
    RealMatrix undone = inverse.multiply(weights.multiply(new Array2DRowRealMatrix(activations)));
    double[][] nudged = {new double[1], new double[1]};
    for (int i = 0; i < 2; i++) {
      nudged[i][0] = NumericalDerivative.of(() -> weighed(activations), activations, i);
    }
    System.out.println(new NamedMatrix("nudge", nudged));
    System.out.println(new NamedMatrix("W^T d", transposed.getData()));
    System.out.println(new NamedMatrix("W^-1 d", inverse.multiply(delta).getData()));
    System.out.println(new NamedMatrix("W^-1 (W a)", undone.getData()));
  }

  static void show(String name, double first, double second, double sum) {
    System.out.printf("%-6s  %-6s  %-6s  %s%n", name, brief(first), brief(second), brief(sum));
  }

  static String brief(double number) {
    return NumberText.brief(number);
  }

  /** Every z = (W·a)[j], times its delta: what the cost gains from the activations. */
  static double weighed(double[] activations) {
    double sum = 0.0;
    for (int j = 0; j < 2; j++) {
      double z = 0.0;
      for (int i = 0; i < 2; i++) {
        z += WEIGHTS[j][i] * activations[i];
      }
      sum += DELTA[j] * z;
    }
    return sum;
  }
}
