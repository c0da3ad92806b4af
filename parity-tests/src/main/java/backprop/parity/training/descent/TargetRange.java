package backprop.parity.training.descent;

import backprop.loops.Activation;
import backprop.parity.model.InvalidInput;
import backprop.parity.training.data.DataSet;

/**
 * Between which numbers targets must lie for a network to come near them.
 *
 * @param least the smallest
 * @param most the largest; may be infinite
 */
record TargetRange(double least, double most) {
  /** What a cost with logarithms, or an output that is a share, can make something of. */
  static final TargetRange SHARES = new TargetRange(0.0, 1.0);

  private static final TargetRange ALL =
      new TargetRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** What the last layer can give: only without a curve are its targets ever standardised. */
  static TargetRange of(Activation last) {
    return switch (last) {
      case SIGMOID, SOFTMAX -> SHARES;
      case TANH -> new TargetRange(-1.0, 1.0);
      case RELU -> new TargetRange(0.0, Double.POSITIVE_INFINITY);
      case IDENTITY, LEAKY_RELU -> ALL;
    };
  }

  /**
   * Refuses data with a target outside.
   *
   * @param option that asks for the range
   * @param remedy the end of the sentence
   * @throws InvalidInput if there is one, with its place
   */
  void require(DataSet data, String option, String remedy) {
    for (int s = 0; s < data.size(); s++) {
      for (double target : data.target(s)) {
        if (target < least || target > most) {
          String sentence = "%s: expected targets %s, found %s in %s of %s%s.";
          throw new InvalidInput(
              sentence.formatted(option, text(), target, data.place(s), data.name(), remedy));
        }
      }
    }
  }

  private String text() {
    return most == Double.POSITIVE_INFINITY
        ? "of at least " + (int) least
        : "from " + (int) least + " to " + (int) most;
  }
}
