package backprop.parity.verdict;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.ExactArithmetic;
import backprop.parity.sources.ExactResult;
import backprop.parity.sources.ExactSource;
import backprop.parity.sources.GradientSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.dfp.Dfp;

/**
 * How far a source is from the truth, in units of the last place: the correctly rounded result is
 * at most half a unit away.
 *
 * <p>Where terms cancel, many units are nobody's fault; whether they are one is for the {@link
 * ErrorBound} to say.
 */
public final class UlpDistance {
  private final GradientSource source;
  private final List<Double> distances = new ArrayList<>();

  public UlpDistance(GradientSource source) {
    this.source = source;
  }

  /** The distance of one number from the exact one; 0 if that is exactly it. */
  public static double of(double value, Dfp exact) {
    double distance = ExactArithmetic.rounded(ExactArithmetic.exactly(value).subtract(exact).abs());
    return distance / StrictMath.ulp(ExactArithmetic.rounded(exact));
  }

  /** Measures every weight and bias gradient of one case. */
  public void measure(Case question) {
    Result result = source.answer(question);
    ExactResult exact = new ExactSource().exactAnswer(question);
    for (int l = 1; l <= result.depth(); l++) {
      measure(result, exact, Quantity.BIAS_GRADIENTS, l);
      measure(result, exact, Quantity.WEIGHT_GRADIENTS, l);
    }
  }

  private void measure(Result result, ExactResult exact, Quantity quantity, int l) {
    double[][] values = result.values(quantity, l).orElseThrow();
    Dfp[][] exactValues = exact.values(quantity, l).orElseThrow();
    for (int j = 0; j < values.length; j++) {
      for (int i = 0; i < values[j].length; i++) {
        distances.add(of(values[j][i], exactValues[j][i]));
      }
    }
  }

  /** How many gradients were measured. */
  public int entries() {
    return distances.size();
  }

  /** Every distance, in the order in which it was measured. */
  public List<Double> all() {
    return List.copyOf(distances);
  }

  /** Half of them are no farther than this. */
  public double median() {
    List<Double> sorted = distances.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** Their mean distance: the few that cancel weigh most. */
  public double mean() {
    double sum = 0.0;
    for (double distance : distances) {
      sum += distance;
    }
    return sum / distances.size();
  }

  /** The largest distance of all. */
  public double largest() {
    return Collections.max(distances);
  }
}
