package backprop.parity.training.descent;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Objective;
import backprop.parity.model.Spelling;
import backprop.parity.training.data.DataSet;

/** Between which numbers targets must lie for a network to come near them. */
public record TargetRange(double least, double most) {
  private static final TargetRange SHARES = new TargetRange(0.0, 1.0);
  private static final double ANY = Double.POSITIVE_INFINITY;

  /**
   * Checks that a network with such an end can learn from such data.
   *
   * @throws InvalidInput if it cannot
   */
  public static void requireFit(DataSet data, Activation last, Cost cost) {
    if (!new Objective(last, cost, Reduction.MEAN).isAccepted()) {
      String sentence =
          "--cost %s takes logarithms of the outputs: expected --output sigmoid or softmax,"
              + " found %s.";
      throw new InvalidInput(sentence.formatted(Spelling.of(cost), Spelling.of(last)));
    }
    if (last == Activation.SOFTMAX && data.outputs() == 1) {
      throw new InvalidInput(
          "--output softmax: expected 2 outputs or more, as the share of a single one is always 1,"
              + " found 1 in %s.".formatted(data.name()));
    }
    if (cost.takesLogarithm()) {
      SHARES.require(data, "--cost " + Spelling.of(cost), "");
    }
    of(last).require(data, "--output " + Spelling.of(last), " (--output identity reaches all)");
  }

  private static TargetRange of(Activation last) {
    return switch (last) {
      case SIGMOID, SOFTMAX -> SHARES;
      case TANH -> new TargetRange(-1.0, 1.0);
      case RELU -> new TargetRange(0.0, ANY);
      case IDENTITY, LEAKY_RELU -> new TargetRange(-ANY, ANY);
    };
  }

  private void require(DataSet data, String option, String remedy) {
    for (int s = 0; s < data.size(); s++) {
      for (double target : data.target(s)) {
        if (target < least || target > most) {
          String range =
              most == ANY
                  ? "of at least " + (int) least
                  : "from " + (int) least + " to " + (int) most;
          String sentence = "%s: expected targets %s, found %s in %s of %s%s.";
          throw new InvalidInput(
              sentence.formatted(option, range, target, data.place(s), data.name(), remedy));
        }
      }
    }
  }
}
