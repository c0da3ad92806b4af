package backprop.parity.training.descent;

import backprop.parity.training.data.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How near one output comes to what was measured.
 *
 * @param rootMeanSquare of the differences, in the units of the data
 * @param deviation of the targets from their mean, in the units of the data
 * @param determination R²: 1 for no difference at all, 0 if the mean of the targets would do as well;
 *     none if all these targets are the same
 */
public record GoodnessOfFit(double rootMeanSquare, double deviation, OptionalDouble determination) {
  /**
   * That of every output.
   *
   * @param judged in the units of the data
   * @param outputs for them, samples × outputs
   */
  public static List<GoodnessOfFit> of(DataSet judged, double[][] outputs) {
    List<GoodnessOfFit> fits = new ArrayList<>();
    for (int j = 0; j < judged.outputs(); j++) {
      fits.add(of(judged, outputs, j));
    }
    return fits;
  }

  private static GoodnessOfFit of(DataSet judged, double[][] outputs, int j) {
    double mean = 0.0;
    for (int s = 0; s < judged.size(); s++) {
      mean += judged.target(s)[j] / judged.size();
    }
    double unexplained = 0.0;
    double all = 0.0;
    boolean constant = true;
    for (int s = 0; s < judged.size(); s++) {
      double target = judged.target(s)[j];
      unexplained += square(outputs[s][j] - target);
      all += square(target - mean);
      constant = constant && target == judged.target(0)[j];
    }
    return new GoodnessOfFit(
        StrictMath.sqrt(unexplained / judged.size()),
        StrictMath.sqrt(all / judged.size()),
        constant ? OptionalDouble.empty() : OptionalDouble.of(1.0 - unexplained / all));
  }

  private static double square(double number) {
    return number * number;
  }
}
