package backprop.parity.training.descent;

import java.util.OptionalInt;

/**
 * Which samples are learned when, and for how long.
 *
 * @param epochs passes over the data, those before a resumed training included
 * @param batchSize samples per update; the last batch of an epoch may be smaller
 * @param shuffled whether every epoch has an order of its own
 * @param seed of these orders
 * @param patience epochs without improvement after which the training stops, if it may
 */
public record Schedule(
    int epochs, int batchSize, boolean shuffled, long seed, OptionalInt patience) {
  /** Checks that there are samples in a batch. */
  public Schedule {
    if (batchSize < 1) {
      throw new IllegalArgumentException("expected batches of 1 or more, found " + batchSize);
    }
  }

  /** Whether a training that stands there has been without improvement for too long to go on. */
  public boolean hasNoPatienceFor(Checkpoint checkpoint) {
    return new EarlyStopping(patience, checkpoint.best()).isOver(checkpoint.epochs().size());
  }
}
