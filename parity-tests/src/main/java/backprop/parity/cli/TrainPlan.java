package backprop.parity.cli;

import backprop.parity.train.Checkpoint;
import backprop.parity.train.DataWish;
import backprop.parity.train.Material;
import backprop.parity.train.SavedTraining;
import backprop.parity.train.Schedule;

/**
 * A training that could begin.
 *
 * @param wish for the data, to find them again
 * @param material the data
 * @param fingerprint of the data; empty if nothing is to be saved
 * @param schedule to follow
 * @param start where it begins
 */
record TrainPlan(
    DataWish wish, Material material, String fingerprint, Schedule schedule, Checkpoint start) {
  /** What to save of it. */
  SavedTraining saved(Checkpoint checkpoint) {
    return new SavedTraining(wish, fingerprint, schedule, checkpoint);
  }
}
