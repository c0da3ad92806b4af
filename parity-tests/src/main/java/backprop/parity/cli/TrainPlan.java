package backprop.parity.cli;

import backprop.parity.cases.Printable;
import backprop.parity.train.Checkpoint;
import backprop.parity.train.DataWish;
import backprop.parity.train.Material;
import backprop.parity.train.SavedTraining;
import backprop.parity.train.Schedule;
import java.nio.file.Path;

/**
 * A training that could begin.
 *
 * @param wish for the data, to find them again
 * @param material the data
 * @param fingerprint of the data; empty if nothing is to be saved
 * @param schedule to follow
 * @param start where it begins
 * @param initial where the weights come from, in words
 */
record TrainPlan(
    DataWish wish,
    Material material,
    String fingerprint,
    Schedule schedule,
    Checkpoint start,
    String initial) {
  /** The words for weights that are in a file. */
  static String from(Path file) {
    return "from " + Printable.part(file.toString());
  }

  /** What to save of it. */
  SavedTraining saved(Checkpoint checkpoint) {
    return new SavedTraining(wish, fingerprint, schedule, checkpoint);
  }
}
