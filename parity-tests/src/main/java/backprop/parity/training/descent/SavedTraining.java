package backprop.parity.training.descent;

import backprop.parity.model.InvalidInput;

/**
 * A training that was set aside: which data, in which order, and where it stands.
 *
 * @param format always {@link #FORMAT}
 * @param data that are read again
 * @param fingerprint of their numbers, so that other numbers are noticed
 * @param schedule it follows
 * @param checkpoint where it stands
 */
public record SavedTraining(
    String format,
    RequestedData data,
    String fingerprint,
    Schedule schedule,
    Checkpoint checkpoint) {
  /** The first field of the file. */
  static final String FORMAT = "backprop-training-2";

  /** Checks the format. */
  public SavedTraining {
    if (!format.equals(FORMAT)) {
      throw new IllegalArgumentException(
          "format: expected %s, found %s (--load starts from the network that was saved beside it)"
              .formatted(FORMAT, format));
    }
  }

  /** A training to save. */
  public SavedTraining(
      RequestedData data, String fingerprint, Schedule schedule, Checkpoint checkpoint) {
    this(FORMAT, data, fingerprint, schedule, checkpoint);
  }

  /**
   * Checks that its counts can have come from so many samples.
   *
   * @param origin what messages call it
   * @throws InvalidInput if they cannot
   */
  public void requirePossible(String origin, int samples) {
    require(origin, "schedule.batchSize", 1, samples, schedule.batchSize());
    int perEpoch = (samples - 1) / schedule.batchSize() + 1;
    int batches = checkpoint.batches();
    require(origin, "checkpoint.batches", 0, perEpoch - 1, batches);
    long updates = (long) checkpoint.epochs().size() * perEpoch + batches;
    require(origin, "checkpoint.updates", updates, updates, checkpoint.updates());
    long seen = (long) batches * schedule.batchSize();
    require(origin, "checkpoint.running.samples", seen, seen, checkpoint.running().samples());
  }

  private static void require(String origin, String place, long least, long most, long found) {
    if (found < least || found > most) {
      String range = least == most ? "" + least : least + " to " + most;
      String sentence = "%s: %s: expected %s, found %d.";
      throw new InvalidInput(sentence.formatted(origin, place, range, found));
    }
  }
}
