package backprop.parity.training.descent;

import backprop.loops.Cost;
import backprop.parity.training.data.DataSet;
import java.util.OptionalDouble;

/** Adds up how well a network does, batch by batch. */
public final class RunningScore {
  private final Cost cost;
  private final boolean classes;
  private final double[] units;
  private double costs;
  private long right;
  private long samples;

  /**
   * The sums so far.
   *
   * @param costs of all samples, in the units of the data
   * @param right how many were read right
   * @param samples how many there were
   */
  public record Sums(double costs, long right, long samples) {
    static final Sums NONE = new Sums(0.0, 0, 0);

    /** Right answers are counted among the samples. */
    public Sums {
      if (right < 0 || right > samples) {
        throw new IllegalArgumentException(
            "expected 0 to %d right answers, found %d".formatted(samples, right));
      }
    }
  }

  /**
   * Starts with no sample.
   *
   * @param cost of one output
   * @param classes whether an answer is right or wrong, and not just near or far
   * @param units how much 1 of each output is in the units of the data. Other numbers than 1 need a
   *     cost of the difference alone, as the squared ones are
   */
  RunningScore(Cost cost, boolean classes, double... units) {
    this.cost = cost;
    this.classes = classes;
    this.units = units;
  }

  /** Goes on from sums that were kept. */
  void restore(Sums sums) {
    costs = sums.costs;
    right = sums.right;
    samples = sums.samples;
  }

  /** Adds a batch; both samples × outputs. */
  void add(double[][] outputs, double[][] targets) {
    for (int s = 0; s < outputs.length; s++) {
      double sum = 0.0;
      for (int j = 0; j < outputs[s].length; j++) {
        sum += cost.value(units[j] * outputs[s][j], units[j] * targets[s][j]);
      }
      costs += sum;
      if (classes && DataSet.decision(outputs[s]) == DataSet.decision(targets[s])) {
        right++;
      }
    }
    samples += outputs.length;
  }

  /** Whether no cost was infinite or not a number. */
  boolean isFinite() {
    return Double.isFinite(costs);
  }

  Sums sums() {
    return new Sums(costs, right, samples);
  }

  Epoch.Score score() {
    OptionalDouble accuracy =
        classes ? OptionalDouble.of((double) right / samples) : OptionalDouble.empty();
    return new Epoch.Score(costs / samples, accuracy);
  }
}
