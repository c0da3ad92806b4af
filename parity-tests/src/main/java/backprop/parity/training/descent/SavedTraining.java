package backprop.parity.training.descent;

import backprop.parity.model.InvalidInput;

/**
 * A training that was put aside: which data, which order, and where it stands.
 *
 * @param data that are read again
 * @param fingerprint of their numbers, so that others are noticed
 * @param schedule it follows
 * @param checkpoint where it stands
 */
public record SavedTraining(
    RequestedData data, String fingerprint, Schedule schedule, Checkpoint checkpoint) {
  /**
   * Whether its counts can have come from so many samples.
   *
   * @param origin what messages call it
   * @throws InvalidInput if not
   */
  public void requirePossible(String origin, int samples) {
    require(origin, "schedule.batchSize", 1, samples, schedule.batchSize());
    int perEpoch = (samples - 1) / schedule.batchSize() + 1;
    int batches = checkpoint.batches();
    require(origin, "batches", 0, perEpoch - 1, batches);
    long updates = (long) checkpoint.epochs().size() * perEpoch + batches;
    require(origin, "updates", updates, updates, checkpoint.updates());
    long seen = (long) batches * schedule.batchSize();
    require(origin, "running[2]", seen, seen, checkpoint.running().samples());
  }

  private static void require(String origin, String place, long least, long most, long found) {
    if (found < least || found > most) {
      String range = least == most ? "" + least : least + " to " + most;
      String sentence = "%s: %s: expected %s, found %d.";
      throw new InvalidInput(sentence.formatted(origin, place, range, found));
    }
  }
}
