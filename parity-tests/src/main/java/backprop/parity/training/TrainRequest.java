package backprop.parity.training;

import backprop.loops.Activation;
import backprop.loops.Network;
import backprop.loops.optimisers.Optimiser;
import backprop.parity.io.CaseReader;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Plural;
import backprop.parity.model.Printable;
import backprop.parity.model.Spelling;
import backprop.parity.terminal.ShellWord;
import backprop.parity.training.data.DataSet;
import backprop.parity.training.data.TrainingData;
import backprop.parity.training.descent.Checkpoint;
import backprop.parity.training.descent.InitialWeights;
import backprop.parity.training.descent.RequestedData;
import backprop.parity.training.descent.RequestedNetwork;
import backprop.parity.training.descent.SavedTraining;
import backprop.parity.training.descent.Schedule;
import backprop.parity.training.descent.TargetRange;
import backprop.parity.training.descent.TrainingDefaults;
import backprop.parity.training.descent.TrainingFiles;
import backprop.parity.training.descent.TrainingSamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that was asked for about a training, from whichever options.
 *
 * @param data the name of built-in data or of a file; null if a training is resumed with its own
 * @param seed null if nothing was said
 */
record TrainRequest(
    String data,
    Long seed,
    DataOptions ofData,
    NetworkOptions ofNetwork,
    DescentOptions ofDescent,
    FileOptions files) {
  /**
   * What is to be trained, with what and how.
   *
   * @throws InvalidInput if that cannot be, or there is nothing to do
   */
  TrainingPlan plan() {
    return files.resume().map(this::resumed).orElseGet(this::begun);
  }

  /** A new training, from weights that are drawn or loaded. */
  private TrainingPlan begun() {
    long drawnWith = seed == null ? 1 : seed;
    RequestedData request = ofData.requested(data, drawnWith);
    RequestedNetwork asked = ofNetwork.requested();
    TrainingData inUnits = TrainingSamples.read(request);
    DataSet learned = inUnits.training();
    TrainingDefaults defaults = TrainingDefaults.of(request, learned, asked.hidden());
    Optional<Path> file = files.load();
    if (file.isEmpty()) {
      asked.requireAtMost(ofNetwork.limits().parameters(), learned, defaults);
    }
    Network network =
        file.isPresent()
            ? loaded(file.get(), asked, learned)
            : asked.network(learned, defaults, drawnWith);
    Activation last = network.layer(network.depth()).activation();
    TrainingSamples samples = TrainingSamples.of(inUnits, request, last);
    Network seen = file.isPresent() ? samples.asSeen(network) : network;
    Optimiser optimiser = ofDescent.start(seen, defaults);
    Schedule schedule = ofDescent.schedule(defaults, learned.size(), drawnWith);
    Checkpoint start = Checkpoint.start(seen, optimiser);
    String initial =
        file.map(TrainRequest::from).orElseGet(() -> words(asked.initial(defaults), drawnWith));
    return new TrainingPlan(request, samples, schedule, start, initial);
  }

  private static String from(Path file) {
    return "from " + Printable.part(file.toString());
  }

  private static String words(InitialWeights initial, long seed) {
    String name = Spelling.of(initial);
    return initial == InitialWeights.ZERO ? name : name + ", drawn with seed " + seed;
  }

  private Network loaded(Path file, RequestedNetwork asked, DataSet learned) {
    if (!asked.equals(RequestedNetwork.ANY)) {
      String sentence =
          "--load %s: expected no other network to be asked for, found one of --layers, --activation,"
              + " --output, --cost, --reduction and --initial.";
      throw new InvalidInput(sentence.formatted(file));
    }
    if (Files.isDirectory(file)) {
      throw new InvalidInput(file + ": expected one case file, found a folder.");
    }
    List<Case> cases = new CaseReader(ofNetwork.limits()).read(file);
    if (cases.size() > 1) {
      throw new InvalidInput(
          "%s: expected one network, found %d cases.".formatted(file, cases.size()));
    }
    Network network = cases.get(0).network();
    RequestedNetwork.requireWidths(network, file.toString(), learned);
    TargetRange.requireFit(learned, network.layer(network.depth()).activation(), network.cost());
    return network;
  }

  /** A training that goes on where it stopped. */
  private TrainingPlan resumed(TrainingFiles file) {
    requireNothingElseAsked(file);
    SavedTraining saved = file.read();
    RequestedData request = data == null ? foundAgain(file, saved.data()) : saved.data().of(data);
    Network network = saved.checkpoint().network();
    Activation last = network.layer(network.depth()).activation();
    TrainingSamples samples = TrainingSamples.of(TrainingSamples.read(request), request, last);
    DataSet learned = samples.seen().training();
    if (!learned.fingerprint().equals(saved.fingerprint())) {
      String sentence = "%s: expected the data that %s was trained on, found others.";
      throw new InvalidInput(sentence.formatted(request.data(), file.network()));
    }
    saved.requirePossible(file.training().toString(), learned.size());
    RequestedNetwork.requireWidths(network, file.training().toString(), learned);
    Schedule schedule = ofDescent.schedule(saved.schedule());
    requireMoreToDo(file, saved.checkpoint(), schedule);
    return new TrainingPlan(request, samples, schedule, saved.checkpoint(), from(file.network()));
  }

  private void requireNothingElseAsked(TrainingFiles file) {
    if (!ofData.areEmpty()
        || !ofNetwork.requested().equals(RequestedNetwork.ANY)
        || !ofDescent.changeNothing()
        || seed != null) {
      String sentence =
          "--resume %s: expected nothing that makes another training of it: only --epochs,"
              + " --stop-after, --source, --both, --threads, --save and --report can be new.";
      throw new InvalidInput(sentence.formatted(file.network()));
    }
  }

  /** The name of the data is as it was typed then, perhaps in another folder. */
  private static RequestedData foundAgain(TrainingFiles file, RequestedData saved) {
    if (!saved.isBuiltIn() && TrainingSamples.files(saved.data()).isEmpty()) {
      String sentence =
          "%s: expected the data of the training in this place, found nothing (name them where they"
              + " are: backprop train DATA --resume %s).";
      String resume = ShellWord.of(file.network().toString());
      throw new InvalidInput(sentence.formatted(saved.data(), resume));
    }
    return saved;
  }

  private static void requireMoreToDo(TrainingFiles file, Checkpoint start, Schedule schedule) {
    int done = start.epochs().size();
    if (schedule.epochs() <= done) {
      String sentence = "--resume %s: %s done: expected --epochs of more than that.";
      String epochs = Plural.of(done, "epoch") + (done == 1 ? " is" : " are");
      throw new InvalidInput(sentence.formatted(file.network(), epochs));
    }
    if (schedule.hasNoPatienceFor(start)) {
      String sentence =
          "--resume %s: this training stopped because of --stop-after %d: a larger --stop-after goes"
              + " on (nothing was written).";
      throw new InvalidInput(sentence.formatted(file.network(), schedule.patience().getAsInt()));
    }
  }
}
