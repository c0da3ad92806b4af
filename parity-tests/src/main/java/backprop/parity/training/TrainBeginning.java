package backprop.parity.training;

import backprop.loops.Network;
import backprop.loops.optimisers.Optimiser;
import backprop.parity.io.CaseReader;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Spelling;
import backprop.parity.training.data.DataSet;
import backprop.parity.training.data.TrainingData;
import backprop.parity.training.descent.Checkpoint;
import backprop.parity.training.descent.DataFingerprint;
import backprop.parity.training.descent.InitialWeights;
import backprop.parity.training.descent.RequestedData;
import backprop.parity.training.descent.RequestedNetwork;
import backprop.parity.training.descent.Schedule;
import backprop.parity.training.descent.TrainingDefaults;
import backprop.parity.training.descent.TrainingSamples;
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
    RequestedData wish = options.ofData().wish(options.data(), seed);
    RequestedNetwork networkWish = options.ofNetwork().wish(seed);
    TrainingData inUnits = TrainingSamples.read(wish, options.limits().fileBytes());
    TrainingDefaults recipe = TrainingDefaults.of(wish, inUnits.training(), networkWish.hidden());
    Optional<Path> file = options.files().load();
    Network asked =
        file.isPresent()
            ? loaded(file.get(), networkWish, inUnits.training())
            : drawn(networkWish, inUnits.training(), recipe);
    TrainingSamples material =
        TrainingSamples.of(inUnits, wish, asked.layer(asked.depth()).activation());
    Network network = file.isPresent() ? material.asSeen(asked) : asked;
    DataSet training = material.seen().training();
    Optimiser optimiser = options.ofDescent().start(network, recipe);
    Schedule schedule = options.ofDescent().schedule(recipe, training.size(), seed);
    String fingerprint = options.files().saved().isPresent() ? DataFingerprint.of(training) : "";
    Checkpoint start = Checkpoint.start(network, optimiser);
    String initial = file.map(TrainPlan::from).orElseGet(() -> words(networkWish, recipe));
    return new TrainPlan(wish, material, fingerprint, schedule, start, initial);
  }

  private Network drawn(RequestedNetwork wish, DataSet data, TrainingDefaults recipe) {
    wish.requireAtMost(options.limits().limits().parameters(), data, recipe);
    return wish.network(data, recipe);
  }

  private static String words(RequestedNetwork wish, TrainingDefaults recipe) {
    InitialWeights initial = wish.initial(recipe);
    String name = Spelling.of(initial);
    return initial == InitialWeights.ZERO ? name : name + ", drawn with seed " + wish.seed();
  }

  private Network loaded(Path file, RequestedNetwork wish, DataSet data) {
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
    RequestedNetwork.requireFit(network, file.toString(), data);
    return network;
  }
}
