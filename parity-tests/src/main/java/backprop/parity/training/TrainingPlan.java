package backprop.parity.training;

import backprop.parity.training.descent.Checkpoint;
import backprop.parity.training.descent.RequestedData;
import backprop.parity.training.descent.SavedTraining;
import backprop.parity.training.descent.Schedule;
import backprop.parity.training.descent.TrainingSamples;

/**
 * A training that could begin.
 *
 * @param request for the data, to find them again
 * @param start where it begins
 * @param initial where the weights come from, in words
 */
record TrainingPlan(
    RequestedData request,
    TrainingSamples samples,
    Schedule schedule,
    Checkpoint start,
    String initial) {
  /** What to save of it. */
  SavedTraining saved(Checkpoint checkpoint) {
    String fingerprint = samples.seen().training().fingerprint();
    return new SavedTraining(request, fingerprint, schedule, checkpoint);
  }
}
