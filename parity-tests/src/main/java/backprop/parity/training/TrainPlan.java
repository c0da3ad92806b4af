package backprop.parity.training;

import backprop.parity.model.Printable;
import backprop.parity.training.descent.Checkpoint;
import backprop.parity.training.descent.RequestedData;
import backprop.parity.training.descent.SavedTraining;
import backprop.parity.training.descent.Schedule;
import backprop.parity.training.descent.TrainingSamples;
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
    RequestedData wish,
    TrainingSamples material,
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
