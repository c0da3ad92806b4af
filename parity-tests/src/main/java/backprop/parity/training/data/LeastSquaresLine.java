package backprop.parity.training.data;

import java.util.Optional;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * The straight line with the smallest sum of squared errors, from a formula and not from descent:
 * where a line fit must arrive.
 *
 * @param slope a in y = a·x + b
 * @param intercept b
 * @param meanSquaredError of the samples it was fitted to
 */
public record LeastSquaresLine(double slope, double intercept, double meanSquaredError) {
  /**
   * The line through samples of one input and one measured output.
   *
   * @return nothing if they are of another kind, or all inputs are the same
   */
  public static Optional<LeastSquaresLine> through(DataSet data) {
    if (data.inputs() != 1 || data.outputs() != 1 || !data.classes().isEmpty()) {
      return Optional.empty();
    }
    SimpleRegression regression = new SimpleRegression();
    for (int s = 0; s < data.size(); s++) {
      regression.addData(data.input(s)[0], data.target(s)[0]);
    }
    if (Double.isNaN(regression.getSlope())) {
      return Optional.empty();
    }
    return Optional.of(
        new LeastSquaresLine(
            regression.getSlope(),
            regression.getIntercept(),
            regression.getSumSquaredErrors() / data.size()));
  }
}
