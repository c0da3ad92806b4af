package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.Mistake.*;

import backprop.parity.model.Rows;
import java.util.Arrays;

/** Steps 5 and 6 of one layer; each mistake is a switch. */
final class FaultyGradients {
  private final FaultyProgram program;
  private final double biasFactor;
  private final double weightFactor;
  private final double[][] delta;
  private final double[][] activations;
  private final int samples;
  private final boolean isSum;

  /**
   * Of one layer.
   *
   * @param delta outputs × samples
   * @param activations of the layer before, inputs × samples
   */
  FaultyGradients(
      FaultyProgram program, FaultyCost cost, double[][] delta, double[][] activations) {
    this.program = program;
    this.biasFactor = cost.biasFactor(delta.length);
    this.weightFactor = cost.weightFactor(delta.length);
    this.isSum = cost.isSum();
    this.delta = program.has(DELTA_OF_LAST_SAMPLE) ? ofLastSample(delta) : delta;
    this.activations = activations;
    this.samples = delta[0].length;
  }

  /** Every column as the last one: what is left in a buffer that all samples share. */
  private static double[][] ofLastSample(double[][] delta) {
    double[][] shared = new double[delta.length][delta[0].length];
    for (int j = 0; j < delta.length; j++) {
      Arrays.fill(shared[j], delta[j][delta[j].length - 1]);
    }
    return shared;
  }

  /** Step 5. */
  double[] biasGradients(boolean lastLayer) {
    double[] biasGradients = new double[delta.length];
    if (program.has(BIAS_ZERO) || program.has(HIDDEN_BIAS_ZERO) && !lastLayer) {
      return biasGradients;
    }
    for (int j = 0; j < delta.length; j++) {
      biasGradients[j] = biasGradient(j);
    }
    return biasGradients;
  }

  private double biasGradient(int j) {
    if (program.has(BIAS_FIRST_SAMPLE)) {
      return program.has(BIAS_FIRST_SAMPLE, 1) ? delta[j][0] * biasFactor : delta[j][0];
    }
    if (program.has(BIAS_LAST_SAMPLE)) {
      double last = delta[j][samples - 1];
      return program.has(BIAS_LAST_SAMPLE, 1) ? last : last * biasFactor;
    }
    if (program.has(BIAS_TOTAL_BROADCAST)) {
      double total = 0.0;
      for (double[] row : delta) {
        total += sumOverSamples(row);
      }
      return program.has(BIAS_TOTAL_BROADCAST, 1)
          ? total * biasFactor / delta.length
          : total * biasFactor;
    }
    if (program.has(BIAS_SUMMED_OVER_NEURONS)) {
      return sumOverSamples(Rows.transpose(delta)[j]) * biasFactor;
    }
    if (program.has(BIAS_THROUGH_INPUTS)) {
      double total = 0.0;
      for (double[] input : activations) {
        total += weightSum(delta[j], input);
      }
      return total * biasFactor;
    }
    double biasGradient = sumOverSamples(delta[j]) * biasFactor;
    if (program.has(BIAS_TIMES_INPUTS)) {
      return biasGradient * activations.length;
    }
    boolean sum = program.has(BIAS_MEAN_OF_SUM, 1) && isSum;
    return program.has(BIAS_MEAN_OF_SUM) && !sum ? biasGradient / samples : biasGradient;
  }

  private double sumOverSamples(double[] terms) {
    double sum = 0.0;
    for (int s = first(); s < endOf(terms.length); s++) {
      sum = program.has(LAST_SAMPLE_ONLY) ? terms[s] : sum + terms[s];
    }
    return sum;
  }

  /** Where the loops over the samples begin. */
  private int first() {
    return program.has(LAST_SAMPLE_LEFT_OUT, 3) ? 1 : 0;
  }

  /** Where they stop. */
  private int endOf(int samples) {
    boolean early = program.has(LAST_SAMPLE_LEFT_OUT) && !program.has(LAST_SAMPLE_LEFT_OUT, 3);
    return early ? samples - 1 : samples;
  }

  /** Step 6. */
  double[][] weightGradients() {
    double[][] weightGradients = weightSums();
    for (double[] row : weightGradients) {
      for (int i = 0; i < row.length; i++) {
        row[i] = row[i] * weightFactor;
      }
    }
    return stored(weightGradients);
  }

  private double[][] weightSums() {
    double[][] sums = new double[delta.length][activations.length];
    for (int j = 0; j < delta.length; j++) {
      for (int i = 0; i < activations.length; i++) {
        sums[j][i] = weightSum(deltaOf(j, i), activationsOf(j, i));
      }
    }
    return sums;
  }

  /** Right: the delta of neuron j. */
  private double[] deltaOf(int j, int i) {
    if (program.has(DELTA_SUMMED_OVER_NEURONS)) {
      double[] total = new double[samples];
      for (double[] row : delta) {
        for (int s = 0; s < samples; s++) {
          total[s] += row[s];
        }
      }
      return total;
    }
    if (program.has(ROWS_SHARED)) {
      return delta[program.has(ROWS_SHARED, 0) ? delta.length - 1 : 0];
    }
    return program.has(DOT_PRODUCT_NOT_OUTER_PRODUCT, 2) ? delta[i] : delta[j];
  }

  /** Right: what comes from neuron i. */
  private double[] activationsOf(int j, int i) {
    return program.has(DOT_PRODUCT_NOT_OUTER_PRODUCT, 1) ? activations[j] : activations[i];
  }

  /** Right: Σs delta[j][s] * activations[i][s]. */
  private double weightSum(double[] delta, double[] activations) {
    if (program.has(PRODUCT_OF_MEANS)) {
      return sumOverSamples(delta) * sumOverSamples(activations) / divisorOfMeans();
    }
    boolean overwrites = program.has(LAST_SAMPLE_ONLY) || program.has(WEIGHTS_LAST_SAMPLE);
    double sum = 0.0;
    for (int s = first(); s < endOf(samples); s++) {
      double term = delta[s] * activations[s];
      sum = overwrites ? term : sum + term;
    }
    return sum;
  }

  /** What leaves the mean of the activations, or after the factor both means, or no mean. */
  private double divisorOfMeans() {
    return switch (program.form(PRODUCT_OF_MEANS)) {
      case 1 -> (double) samples * samples * weightFactor;
      case 2 -> isSum ? 1.0 : samples;
      default -> samples;
    };
  }

  /** Right: every gradient at [j][i]. */
  private double[][] stored(double[][] weightGradients) {
    int outputs = weightGradients.length;
    int inputs = weightGradients[0].length;
    if (program.has(DOT_PRODUCT_NOT_OUTER_PRODUCT, 0)) {
      double trace = 0.0;
      for (int j = 0; j < outputs; j++) {
        trace += weightGradients[j][j];
      }
      for (double[] row : weightGradients) {
        Arrays.fill(row, trace);
      }
      return weightGradients;
    }
    if (program.has(WEIGHT_GRADIENTS_MIRRORED)) {
      return mirrored(weightGradients, program.form(WEIGHT_GRADIENTS_MIRRORED));
    }
    if (program.has(WEIGHT_GRADIENTS_TRANSPOSED)) {
      return Rows.transpose(weightGradients);
    }
    double[][] stored = new double[outputs][inputs];
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < inputs; i++) {
        if (program.has(WEIGHT_GRADIENTS_REFLATTENED, 0)) {
          int position = j * inputs + i; // row after row; read column after column
          stored[position % outputs][position / outputs] = weightGradients[j][i];
        } else if (program.has(WEIGHT_GRADIENTS_REFLATTENED, 1)) {
          int position = i * outputs + j; // column after column; read row after row
          stored[position / inputs][position % inputs] = weightGradients[j][i];
        } else if (!program.has(DIAGONAL_INDEX)) {
          stored[j][i] = weightGradients[j][i];
        } else if (j < inputs) {
          storeAtOwnIndex(stored, j, i, weightGradients[j]);
        }
      }
    }
    return stored;
  }

  /** At j + n * j, in the column of j: the last input is what remains there. */
  private void storeAtOwnIndex(double[][] stored, int j, int i, double[] row) {
    switch (program.form(DIAGONAL_INDEX)) {
      case 0 -> stored[j][j] = row[i];
      case 1 -> stored[j][j] += row[i];
      default -> stored[j][i] = row[j];
    }
  }

  /** The rows in the opposite order, or the columns, or both, or a square a quarter turn on. */
  private static double[][] mirrored(double[][] rows, int form) {
    int outputs = rows.length;
    int inputs = rows[0].length;
    double[][] mirrored = new double[outputs][inputs];
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < inputs; i++) {
        mirrored[j][i] =
            switch (form) {
              case 0 -> rows[outputs - 1 - j][i];
              case 1 -> rows[j][inputs - 1 - i];
              case 2 -> rows[outputs - 1 - j][inputs - 1 - i];
              case 3 -> rows[outputs - 1 - i][j];
              default -> rows[i][inputs - 1 - j];
            };
      }
    }
    return mirrored;
  }
}
