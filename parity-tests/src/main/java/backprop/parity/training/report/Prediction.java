package backprop.parity.training.report;

import backprop.parity.training.descent.TrainingRun;
import java.util.List;
import java.util.stream.IntStream;

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
    return IntStream.range(0, run.judged().size())
        .mapToObj(s -> new Prediction(s, run.judged().target(s)[output], run.outputs()[s][output]))
        .toList();
  }

  double difference() {
    return predicted - expected;
  }

  boolean isFinite() {
    return Double.isFinite(expected) && Double.isFinite(predicted);
  }

  /** The mean of the differences without their signs. */
  static double meanDistance(List<Prediction> predictions) {
    double sum = 0.0;
    for (Prediction prediction : predictions) {
      sum += StrictMath.abs(prediction.difference());
    }
    return sum / predictions.size();
  }
}
