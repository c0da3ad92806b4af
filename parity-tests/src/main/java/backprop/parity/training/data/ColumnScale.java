package backprop.parity.training.data;

import backprop.parity.model.InvalidInput;
import java.util.function.IntFunction;

/**
 * The mean and the deviation of every column, over N samples (not N - 1): what is standardised by
 * them has the mean 0 and the deviation 1. A column that is the same everywhere becomes 0.
 */
public final class ColumnScale {
  private final double[] means;
  private final double[] deviations;

  private ColumnScale(int columns) {
    means = new double[columns];
    deviations = new double[columns];
  }

  /**
   * That of the inputs.
   *
   * @throws InvalidInput if their squares are too large or too small for a double
   */
  public static ColumnScale ofInputs(DataSet data) {
    return of(data, data.inputs(), data::input, "input");
  }

  /**
   * That of the targets.
   *
   * @throws InvalidInput if their squares are too large or too small for a double
   */
  public static ColumnScale ofTargets(DataSet data) {
    return of(data, data.outputs(), data::target, "target");
  }

  private static ColumnScale of(
      DataSet data, int columns, IntFunction<double[]> rows, String kind) {
    ColumnScale scale = new ColumnScale(columns);
    for (int i = 0; i < columns; i++) {
      scale.measure(i, rows, data.size());
      double deviation = scale.deviations[i];
      if (!(deviation > 0.0) || Double.isInfinite(deviation)) {
        String sentence =
            "%s: %s %d: expected numbers with a deviation from 1e-150 to 1e150 to standardise them,"
                + " found others (--no-standardise takes them as they are).";
        throw new InvalidInput(sentence.formatted(data.name(), kind, i + 1));
      }
    }
    return scale;
  }

  private void measure(int i, IntFunction<double[]> rows, int samples) {
    double first = rows.apply(0)[i];
    boolean constant = true;
    double sum = 0.0;
    for (int s = 0; s < samples; s++) {
      sum += rows.apply(s)[i];
      constant = constant && rows.apply(s)[i] == first;
    }
    means[i] = constant ? first : sum / samples;
    double squares = 0.0;
    for (int s = 0; s < samples; s++) {
      double distance = rows.apply(s)[i] - means[i];
      squares += distance * distance;
    }
    deviations[i] = constant ? 1.0 : StrictMath.sqrt(squares / samples);
  }

  /** A copy of a row, with (number - mean) / deviation in place of each number. */
  double[] standardised(double... row) {
    double[] standardised = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      standardised[i] = (row[i] - means[i]) / deviations[i];
    }
    return standardised;
  }

  /** The mean of each column, in the units of the data. */
  public double[] means() {
    return means.clone();
  }

  /** The deviation of each column, in the units of the data; 1 where all are the same. */
  public double[] deviations() {
    return deviations.clone();
  }
}
