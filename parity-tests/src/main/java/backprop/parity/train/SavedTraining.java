package backprop.parity.train;

/**
 * A training that was put aside: which data, which order, and where it stands.
 *
 * @param data that are read again
 * @param fingerprint of their numbers, so that others are noticed
 * @param schedule it follows
 * @param checkpoint where it stands
 */
public record SavedTraining(
    DataWish data, String fingerprint, Schedule schedule, Checkpoint checkpoint) {}
