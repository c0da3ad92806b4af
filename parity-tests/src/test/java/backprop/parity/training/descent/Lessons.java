package backprop.parity.training.descent;

import backprop.loops.Network;
import backprop.loops.optimisers.Optimiser;
import backprop.parity.training.data.DataSet;
import backprop.parity.training.data.TrainingData;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Small trainings for tests. */
final class Lessons {
  static final TrainingListener SILENT = new Watching();

  private Lessons() {}

  static TrainingSamples material(String data) {
    TrainingData inUnits = TrainingSamples.read(request(data));
    TrainingDefaults defaults =
        TrainingDefaults.of(request(data), inUnits.training(), Optional.empty());
    return TrainingSamples.of(inUnits, request(data), defaults.objective().activation());
  }

  static RequestedData request(String data) {
    return new RequestedData(
        data, OptionalInt.empty(), OptionalDouble.empty(), Optional.empty(), 1);
  }

  static Schedule schedule(int epochs, int batchSize) {
    return new Schedule(epochs, batchSize, true, 1, OptionalInt.empty());
  }

  /** The defaults, with another optimiser. */
  static Checkpoint start(TrainingSamples material, OptimiserKind kind, double learningRate) {
    DataSet data = material.inUnits().training();
    TrainingDefaults defaults = TrainingDefaults.of(request(data.name()), data, Optional.empty());
    Network network = RequestedNetwork.ANY.network(material.seen().training(), defaults, 1);
    Optimiser optimiser = kind.start(network, learningRate, 0.9);
    return Checkpoint.start(network, optimiser);
  }

  static Trainer trainer(
      TrainingSamples material, Schedule schedule, List<Learner> learners, Checkpoint from) {
    return trainer(material, schedule, learners, from, SILENT);
  }

  static Trainer trainer(
      TrainingSamples material,
      Schedule schedule,
      List<Learner> learners,
      Checkpoint from,
      TrainingListener watcher) {
    return new Trainer(material, schedule, learners, from, watcher);
  }

  /** Says nothing and never stops; tests override what they watch. */
  static class Watching implements TrainingListener {
    @Override
    public void batch(int epoch, int done, int batches, Epoch.Score soFar) {}

    @Override
    public void epoch(Epoch epoch, Checkpoint checkpoint) {}

    @Override
    public boolean wantsToStop() {
      return false;
    }
  }
}
