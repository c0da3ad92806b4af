package backprop.parity.training.descent;

import backprop.loops.Cost;
import backprop.parity.training.data.DataSet;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a network answers to a whole data set.
 *
 * @param outputs samples × outputs
 */
public record Examination(double[][] outputs, Epoch.Score score) {
  /**
   * Asks a learner with the network for the units of the data, without an update.
   *
   * @param batchSize the most samples the learner can take at once
   */
  public static Examination of(Learner learner, DataSet data, int batchSize, Cost cost) {
    double[] units = new double[data.outputs()];
    Arrays.fill(units, 1.0);
    return of(learner, data, batchSize, new RunningScore(cost, !data.classes().isEmpty(), units));
  }

  /** The same, of data as the learner sees them. */
  static Examination of(Learner learner, DataSet data, int batchSize, RunningScore score) {
    int[] order = IntStream.range(0, data.size()).toArray();
    double[][] outputs = new double[data.size()][];
    for (int from = 0; from < data.size(); from += batchSize) {
      int to = StrictMath.min(data.size(), from + batchSize);
      DataSet batch = data.subset(Arrays.copyOfRange(order, from, to));
      double[][] answers = learner.outputs(batch.inputRows(), batch.targetRows());
      score.add(answers, batch.targetRows());
      System.arraycopy(answers, 0, outputs, from, answers.length);
    }
    return new Examination(outputs, score.score());
  }
}
