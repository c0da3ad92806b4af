import backprop.parity.explain.NamedMatrix;
import backprop.parity.sources.NumericalDerivative;
import backprop.parity.terms.NumberText;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** Chapter 16: attention, with its products forwards and backwards. */
public final class Chapter16Attention {
  static final double[][] TARGETS = {{0.2, -0.1, 0.4}, {0.5, 0.3, -0.2}, {-0.3, 0.1, 0.6}};
  static final double SCALE = 1.0 / StrictMath.sqrt(3.0);

  public static void main(String[] arguments) {
    double[][] queries = {{0.9, -0.4, 0.3}, {0.2, 0.8, -0.6}, {-0.5, 0.1, 0.7}}; // [t][d]
    double[][] keys = {{0.4, 0.6, -0.2}, {-0.7, 0.5, 0.3}, {0.1, -0.9, 0.8}}; // [u][d]
    double[][] values = {{0.3, -0.8, 0.5}, {0.6, 0.2, -0.4}, {-0.1, 0.7, 0.9}}; // [u][d]

    RealMatrix q = new Array2DRowRealMatrix(queries);
    RealMatrix k = new Array2DRowRealMatrix(keys);
    RealMatrix v = new Array2DRowRealMatrix(values);
    RealMatrix scores = q.multiply(k.transpose()).scalarMultiply(SCALE);
    double[][] shares = shares(scores.getData()); // [t][u]
    RealMatrix p = new Array2DRowRealMatrix(shares);
    RealMatrix outputs = p.multiply(v);

    RealMatrix d = outputs.subtract(new Array2DRowRealMatrix(TARGETS)); // [t][d]
    RealMatrix shareGradients = d.multiply(v.transpose());
    RealMatrix valueGradients = p.transpose().multiply(d);
    RealMatrix s = scoreGradients(shares, shareGradients.getData()).scalarMultiply(SCALE);
    RealMatrix queryGradients = s.multiply(k);
    RealMatrix keyGradients = s.transpose().multiply(q);

    double[][] nudgedShares = NumericalDerivative.gradient(() -> mixed(shares, values), shares);
    double[][] nudgedValues = NumericalDerivative.gradient(() -> mixed(shares, values), values);
    double[][] nudgedQueries =
        NumericalDerivative.gradient(() -> cost(queries, keys, values), queries);
    double[][] nudgedKeys = NumericalDerivative.gradient(() -> cost(queries, keys, values), keys);
    System.out.println("gradient of  product  largest difference from the nudge");
    show("P", "D V^T", shareGradients, nudgedShares);
    show("", "D V", d.multiply(v), nudgedShares);
    show("V", "P^T D", valueGradients, nudgedValues);
    show("", "P D", p.multiply(d), nudgedValues);
    show("Q", "S K", queryGradients, nudgedQueries);
    show("", "S K^T", s.multiply(k.transpose()), nudgedQueries);
    show("K", "S^T Q", keyGradients, nudgedKeys);
    show("", "S Q", s.multiply(q), nudgedKeys);
    System.out.println();
    System.out.println(new NamedMatrix("S^T Q", keyGradients.getData()));
    System.out.println(new NamedMatrix("nudge", nudgedKeys));
  }

  static void show(String of, String name, RealMatrix product, double[][] nudged) {
    double largest = 0.0;
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        double difference = StrictMath.abs(product.getEntry(row, column) - nudged[row][column]);
        largest = StrictMath.max(largest, difference);
      }
    }
    System.out.printf("%-11s  %-7s  %s%n", of, name, NumberText.rounded(largest, 1));
  }

  /** Softmax of each row: how much token t looks at token u. */
  static double[][] shares(double[][] scores) {
    double[][] shares = new double[3][3];
    for (int t = 0; t < 3; t++) {
      double sum = 0.0;
      for (int u = 0; u < 3; u++) {
        shares[t][u] = StrictMath.exp(scores[t][u]);
        sum += shares[t][u];
      }
      for (int u = 0; u < 3; u++) {
        shares[t][u] /= sum;
      }
    }
    return shares;
  }

  /** Back through the softmax of each row: a share can only grow at the cost of the others. */
  static RealMatrix scoreGradients(double[][] shares, double[][] shareGradients) {
    double[][] scoreGradients = new double[3][3];
    for (int t = 0; t < 3; t++) {
      double mean = 0.0;
      for (int u = 0; u < 3; u++) {
        mean += shares[t][u] * shareGradients[t][u];
      }
      for (int u = 0; u < 3; u++) {
        scoreGradients[t][u] = shares[t][u] * (shareGradients[t][u] - mean);
      }
    }
    return new Array2DRowRealMatrix(scoreGradients);
  }

  /** The whole of it in loops, from the tokens to the cost. */
  static double cost(double[][] queries, double[][] keys, double[][] values) {
    double[][] scores = new double[3][3];
    for (int t = 0; t < 3; t++) {
      for (int u = 0; u < 3; u++) {
        double sum = 0.0;
        for (int d = 0; d < 3; d++) {
          sum += queries[t][d] * keys[u][d];
        }
        scores[t][u] = sum * SCALE;
      }
    }
    return mixed(shares(scores), values);
  }

  /** The cost from the shares on: every token's output is a mixture of the values. */
  static double mixed(double[][] shares, double[][] values) {
    double cost = 0.0;
    for (int t = 0; t < 3; t++) {
      for (int d = 0; d < 3; d++) {
        double sum = 0.0;
        for (int u = 0; u < 3; u++) {
          sum += shares[t][u] * values[u][d];
        }
        cost += 0.5 * (sum - TARGETS[t][d]) * (sum - TARGETS[t][d]);
      }
    }
    return cost;
  }
}
