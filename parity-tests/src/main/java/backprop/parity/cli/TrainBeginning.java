package backprop.parity.cli;

import backprop.loops.Network;
import backprop.loops.optimisers.Optimiser;
import backprop.parity.cases.Case;
import backprop.parity.cases.CaseReader;
import backprop.parity.cases.InvalidInput;
import backprop.parity.cases.Spelling;
import backprop.parity.data.DataSet;
import backprop.parity.data.TrainingData;
import backprop.parity.train.Checkpoint;
import backprop.parity.train.DataWish;
import backprop.parity.train.Fingerprint;
import backprop.parity.train.InitialWeights;
import backprop.parity.train.Material;
import backprop.parity.train.NetworkWish;
import backprop.parity.train.Recipe;
import backprop.parity.train.Schedule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A new training, from weights that are drawn or loaded. */
record TrainBeginning(TrainOptions options) {
  /**
   * What it learns, with what and how.
   *
   * @throws InvalidInput if that cannot be
   */
  TrainPlan plan() {
    long seed = options.seed() == null ? 1 : options.seed();
    DataWish wish = options.ofData().wish(options.data(), seed);
    NetworkWish networkWish = options.ofNetwork().wish(seed);
    TrainingData inUnits = Material.read(wish, options.limits().fileBytes());
    Recipe recipe = Recipe.of(wish, inUnits.training(), networkWish.hidden());
    Optional<Path> file = options.files().load();
    Network asked =
        file.isPresent()
            ? loaded(file.get(), networkWish, inUnits.training())
            : drawn(networkWish, inUnits.training(), recipe);
    Material material = Material.of(inUnits, wish, asked.layer(asked.depth()).activation());
    Network network = file.isPresent() ? material.asSeen(asked) : asked;
    DataSet training = material.seen().training();
    Optimiser optimiser = options.ofDescent().start(network, recipe);
    Schedule schedule = options.ofDescent().schedule(recipe, training.size(), seed);
    String fingerprint = options.files().saved().isPresent() ? Fingerprint.of(training) : "";
    Checkpoint start = Checkpoint.start(network, optimiser);
    String initial = file.map(TrainPlan::from).orElseGet(() -> words(networkWish, recipe));
    return new TrainPlan(wish, material, fingerprint, schedule, start, initial);
  }

  private Network drawn(NetworkWish wish, DataSet data, Recipe recipe) {
    wish.requireAtMost(options.limits().limits().parameters(), data, recipe);
    return wish.network(data, recipe);
  }

  private static String words(NetworkWish wish, Recipe recipe) {
    InitialWeights initial = wish.initial(recipe);
    String name = Spelling.of(initial);
    return initial == InitialWeights.ZERO ? name : name + ", drawn with seed " + wish.seed();
  }

  private Network loaded(Path file, NetworkWish wish, DataSet data) {
    if (!wish.isEmpty()) {
      throw new InvalidInput(
          "--load %s: expected no other network to be asked for, found one of --layers, --activation,"
                  .formatted(file)
              + " --output, --cost, --reduction and --initial.");
    }
    if (Files.isDirectory(file)) {
      throw new InvalidInput(file + ": expected one case file, found a folder.");
    }
    List<Case> cases = new CaseReader(options.limits().limits()).read(file);
    if (cases.size() > 1) {
      throw new InvalidInput(
          "%s: expected one network, found %d cases.".formatted(file, cases.size()));
    }
    Network network = cases.get(0).network();
    NetworkWish.requireFit(network, file.toString(), data);
    return network;
  }
}
