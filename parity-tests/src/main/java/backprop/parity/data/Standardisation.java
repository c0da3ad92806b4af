package backprop.parity.data;

import backprop.loops.Layer;
import java.util.Arrays;

/**
 * Gives every input the mean 0 and the deviation 1, for gradient descent crawls down the long valley
 * that inputs of different or large scales make of the cost.
 *
 * <p>It is measured on the samples to learn from and then applied to all, so that nothing is known
 * of those held out. A column that is the same everywhere tells nothing: it becomes 0.
 */
public final class Standardisation {
  private final double[] means;
  private final double[] deviations;

  private Standardisation(double[] means, double[] deviations) {
    this.means = means;
    this.deviations = deviations;
  }

  /** The means and deviations of the inputs, per column, over N samples (not N - 1). */
  public static Standardisation of(DataSet training) {
    double[] means = new double[training.inputs()];
    double[] deviations = new double[training.inputs()];
    for (int i = 0; i < means.length; i++) {
      means[i] = mean(training, i);
      deviations[i] = deviation(training, i, means[i]);
    }
    return new Standardisation(means, deviations);
  }

  /**
   * Whether gradient descent is likely to need it: some input lies outside -1 to 1. So pictures and
   * truth values stay as they are.
   */
  public static boolean isAdvisable(DataSet training) {
    for (int s = 0; s < training.size(); s++) {
      if (Arrays.stream(training.input(s)).anyMatch(input -> StrictMath.abs(input) > 1.0)) {
        return true;
      }
    }
    return false;
  }

  /** Copies of the samples, with (input - mean) / deviation in place of each input. */
  public DataSet standardised(DataSet data) {
    double[][] rows = new double[data.size()][];
    for (int s = 0; s < rows.length; s++) {
      rows[s] = standardised(data.input(s));
    }
    return data.withInputs(rows);
  }

  private double[] standardised(double[] input) {
    double[] row = new double[input.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (input[i] - means[i]) / deviations[i];
    }
    return row;
  }

  /**
   * The first layer of a network that learned from standardised inputs, for inputs in the units of
   * the data: w·(x - mean) / deviation + b is (w / deviation)·x + (b - w·mean / deviation).
   */
  public Layer inUnitsOfTheData(Layer first) {
    double[][] weights = first.weights();
    double[] biases = first.biases();
    for (int j = 0; j < biases.length; j++) {
      for (int i = 0; i < means.length; i++) {
        weights[j][i] = weights[j][i] / deviations[i];
        biases[j] = biases[j] - weights[j][i] * means[i];
      }
    }
    return new Layer(first.activation(), weights, biases);
  }

  /** The mean of each input, in the units of the data. */
  public double[] means() {
    return means.clone();
  }

  /** The deviation of each input, in the units of the data; 1 where all are the same. */
  public double[] deviations() {
    return deviations.clone();
  }

  private static double mean(DataSet data, int i) {
    double sum = 0.0;
    for (int s = 0; s < data.size(); s++) {
      sum += data.input(s)[i];
    }
    return sum / data.size();
  }

  private static double deviation(DataSet data, int i, double mean) {
    double sum = 0.0;
    boolean constant = true;
    for (int s = 0; s < data.size(); s++) {
      double distance = data.input(s)[i] - mean;
      sum += distance * distance;
      constant = constant && data.input(s)[i] == data.input(0)[i];
    }
    return constant ? 1.0 : StrictMath.sqrt(sum / data.size());
  }
}
