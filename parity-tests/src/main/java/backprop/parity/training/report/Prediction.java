package backprop.parity.training.report;

import backprop.parity.training.descent.TrainingRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One output for one sample, where the targets are measured and not chosen.
 *
 * @param sample from 0, among those judged
 * @param expected the target
 * @param predicted what the network gave
 */
record Prediction(int sample, double expected, double predicted) {
  /** One output for every sample, in their order. */
  static List<Prediction> of(TrainingRun run, int output) {
    List<Prediction> predictions = new ArrayList<>();
    for (int s = 0; s < run.judged().size(); s++) {
      predictions.add(new Prediction(s, run.judged().target(s)[output], run.outputs()[s][output]));
    }
    return predictions;
  }

  /** The same, the farthest off first; what is not a number is farther than any. */
  static List<Prediction> farthestFirst(List<Prediction> predictions) {
    return predictions.stream()
        .sorted(Comparator.comparingDouble(Prediction::distance).reversed())
        .toList();
  }

  double difference() {
    return predicted - expected;
  }

  /** Without its sign; NaN counts as the largest, as {@link Double#compare} has it. */
  double distance() {
    return StrictMath.abs(difference());
  }

  boolean isFinite() {
    return Double.isFinite(expected) && Double.isFinite(predicted);
  }

  /** The mean distance. */
  static double meanDistance(List<Prediction> predictions) {
    double sum = 0.0;
    for (Prediction prediction : predictions) {
      sum += prediction.distance();
    }
    return sum / predictions.size();
  }
}
