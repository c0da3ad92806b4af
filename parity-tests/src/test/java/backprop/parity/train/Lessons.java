package backprop.parity.train;

import backprop.loops.Network;
import backprop.loops.optimisers.Optimiser;
import backprop.parity.data.DataOptions;
import backprop.parity.data.DataSet;
import backprop.parity.data.TrainingData;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Small trainings for tests. */
final class Lessons {
  static final Watcher SILENT = new Watching();

  private Lessons() {}

  static Material material(String data) {
    TrainingData inUnits = Material.read(wish(data), OptionalLong.empty());
    Recipe recipe = Recipe.of(wish(data), inUnits.training(), Optional.empty());
    return Material.of(inUnits, wish(data), recipe.output());
  }

  static DataWish wish(String data) {
    return new DataWish(data, DataOptions.NONE, OptionalDouble.empty(), Optional.empty(), 1);
  }

  static Schedule schedule(int epochs, int batchSize) {
    return new Schedule(epochs, batchSize, true, 1, OptionalInt.empty());
  }

  /** What the recipe says, with another way down. */
  static Checkpoint start(Material material, OptimiserKind kind, double learningRate) {
    NetworkWish wish =
        new NetworkWish(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1);
    DataSet data = material.inUnits().training();
    Recipe recipe = Recipe.of(wish(data.name()), data, Optional.empty());
    Network network = wish.network(material.seen().training(), recipe);
    Optimiser optimiser = kind.start(network, learningRate, 0.9);
    return Checkpoint.start(network, optimiser);
  }

  static Trainer trainer(
      Material material, Schedule schedule, List<Learner> learners, Checkpoint from) {
    return trainer(material, schedule, learners, from, SILENT);
  }

  static Trainer trainer(
      Material material,
      Schedule schedule,
      List<Learner> learners,
      Checkpoint from,
      Watcher watcher) {
    return new Trainer(material, schedule, learners, from, watcher);
  }

  /** Says nothing and never stops; tests override what they watch. */
  static class Watching implements Watcher {
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
