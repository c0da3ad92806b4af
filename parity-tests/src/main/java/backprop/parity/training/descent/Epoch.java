package backprop.parity.training.descent;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far the training had come after one pass over the data: a point of each learning curve.
 *
 * @param number from 1; a resumed training counts on
 * @param training on the samples it learned from
 * @param heldOut on those it never learned from, if any were kept
 * @param seconds it took
 */
public record Epoch(int number, Score training, Optional<Score> heldOut, double seconds) {
  /**
   * How well the network did.
   *
   * @param cost per sample, in the units of the data
   * @param accuracy the share of samples read right, from 0 to 1; only if there are classes
   */
  public record Score(double cost, OptionalDouble accuracy) {
    /** Checks the share. */
    public Score {
      if (accuracy.isPresent() && !(accuracy.getAsDouble() >= 0 && accuracy.getAsDouble() <= 1)) {
        throw new IllegalArgumentException(
            "expected a share from 0 to 1, found " + accuracy.getAsDouble());
      }
    }
  }
}
