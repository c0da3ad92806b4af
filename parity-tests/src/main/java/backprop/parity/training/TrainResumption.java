package backprop.parity.training;

import backprop.loops.Activation;
import backprop.loops.Network;
import backprop.parity.model.InvalidInput;
import backprop.parity.terminal.ShellWord;
import backprop.parity.training.data.DataSet;
import backprop.parity.training.descent.DataFingerprint;
import backprop.parity.training.descent.RequestedData;
import backprop.parity.training.descent.RequestedNetwork;
import backprop.parity.training.descent.SavedTraining;
import backprop.parity.training.descent.SavedTrainingReader;
import backprop.parity.training.descent.Schedule;
import backprop.parity.training.descent.TrainingFiles;
import backprop.parity.training.descent.TrainingSamples;

/** A training that goes on where it was put aside. */
record TrainResumption(TrainOptions options, TrainingFiles file) {
  /**
   * Where it stands, and how far it is to go.
   *
   * @throws InvalidInput if there is nothing to go on with, or nothing to do
   */
  TrainPlan plan() {
    requireNothingElseAsked();
    SavedTraining saved = SavedTrainingReader.read(file.training(), options.limits().fileBytes());
    RequestedData wish =
        options.data() == null ? foundAgain(saved) : saved.data().of(options.data());
    Network network = saved.checkpoint().network();
    Activation last = network.layer(network.depth()).activation();
    TrainingSamples material =
        TrainingSamples.of(TrainingSamples.read(wish, options.limits().fileBytes()), wish, last);
    DataSet training = material.seen().training();
    if (!DataFingerprint.of(training).equals(saved.fingerprint())) {
      String sentence = "%s: expected the data that %s was trained on, found others.";
      throw new InvalidInput(sentence.formatted(wish.data(), file.network()));
    }
    saved.requirePossible(file.training().toString(), training.size());
    RequestedNetwork.requireWidths(network, file.training().toString(), training);
    Schedule schedule = options.ofDescent().schedule(saved.schedule());
    requireMoreToDo(saved, schedule);
    String initial = TrainPlan.from(file.network());
    return new TrainPlan(
        wish, material, saved.fingerprint(), schedule, saved.checkpoint(), initial);
  }

  private void requireNothingElseAsked() {
    if (!options.ofData().areEmpty()
        || !options.ofNetwork().wish(1).isEmpty()
        || !options.ofDescent().leaveAWayAlone()
        || options.seed() != null) {
      throw new InvalidInput(
          "--resume %s: expected nothing that makes another training of it: only --epochs,"
                  .formatted(file.network())
              + " --stop-after, --source, --both, --threads, --save and --report can be new.");
    }
  }

  /** The name of the data is as it was typed then, perhaps in another folder. */
  private RequestedData foundAgain(SavedTraining saved) {
    RequestedData wish = saved.data();
    if (!wish.isBuiltIn() && TrainingSamples.files(wish.data()).isEmpty()) {
      String sentence =
          "%s: expected the data of the training in this place, found nothing (name them where they"
              + " are: backprop train DATA --resume %s).";
      String resume = ShellWord.of(file.network().toString());
      throw new InvalidInput(sentence.formatted(wish.data(), resume));
    }
    return wish;
  }

  private void requireMoreToDo(SavedTraining saved, Schedule schedule) {
    int done = saved.checkpoint().epochs().size();
    if (schedule.epochs() <= done) {
      String sentence = "--resume %s: %s done: expected --epochs of more than that.";
      String epochs = done == 1 ? "1 epoch is" : done + " epochs are";
      throw new InvalidInput(sentence.formatted(file.network(), epochs));
    }
    if (schedule.hasNoPatienceFor(saved.checkpoint())) {
      String sentence =
          "--resume %s: this training stopped because of --stop-after %d: a larger --stop-after goes"
              + " on (nothing was written).";
      throw new InvalidInput(sentence.formatted(file.network(), schedule.patience().getAsInt()));
    }
  }
}
