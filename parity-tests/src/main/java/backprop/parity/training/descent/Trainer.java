package backprop.parity.training.descent;

import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.training.data.DataSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Gradient descent: batch after batch, epoch after epoch, until there is a reason to stop.
 *
 * <p>A second learner, if there is one, gets the very same batches, and after every epoch must have
 * the bits of the first.
 */
public final class Trainer {
  private static final double NANOSECONDS = 1e9;

  private final DataSet training;
  private final Optional<DataSet> heldOut;
  private final double[] units;
  private final Schedule schedule;
  private final List<Learner> learners;
  private final TrainingListener watcher;
  private final SampleOrder order;
  private final Cost cost;
  private final int batchesPerEpoch;
  private final EarlyStopping patience;

  private final List<Epoch> epochs;
  private RunningScore score;
  private long updates;
  private int batches;
  private Checkpoint lastGood;
  private double seconds;

  /**
   * Starts, or goes on where the checkpoint says.
   *
   * @param learners one or two, with the checkpoint's network
   */
  public Trainer(
      TrainingSamples material,
      Schedule schedule,
      List<Learner> learners,
      Checkpoint from,
      TrainingListener watcher) {
    training = material.seen().training();
    heldOut = material.seen().heldOut();
    units = material.standardisation().unitsOfTargets(training.outputs());
    this.schedule = schedule;
    this.learners = List.copyOf(learners);
    this.watcher = watcher;
    order = new SampleOrder(schedule);
    cost = from.network().cost();
    batchesPerEpoch = (training.size() - 1) / schedule.batchSize() + 1;
    epochs = new ArrayList<>(from.epochs());
    batches = from.batches();
    updates = from.updates();
    patience = new EarlyStopping(schedule.patience(), from.best());
    lastGood = from;
    score = newScore();
    score.restore(from.running());
  }

  /** Trains until there is a reason to stop. */
  public StopReason run() {
    while (epochs.size() < schedule.epochs()) {
      if (patience.isOver(epochs.size())) {
        return patience.conclusion();
      }
      int epoch = epochs.size() + 1;
      long start = System.nanoTime();
      boolean whole = restOfEpoch(epoch);
      seconds += (System.nanoTime() - start) / NANOSECONDS;
      if (!score.isFinite() || !isFinite(leader().network())) {
        return diverged(epoch);
      }
      if (!whole) {
        lastGood = checkpoint();
        String sentence = "interrupted in epoch %d, after %d of %d batches";
        return new StopReason(
            StopReason.Kind.INTERRUPTED, sentence.formatted(epoch, batches, batchesPerEpoch));
      }
      finishEpoch(epoch);
      if (!parity().map(BitParity::holds).orElse(true)) {
        String sentence = "%s and %s parted in epoch %d";
        return new StopReason(
            StopReason.Kind.DISAGREEMENT,
            sentence.formatted(leader().source(), learners.get(1).source(), epoch));
      }
    }
    return patience.isOver(epochs.size()) ? patience.conclusion() : finished();
  }

  /** Whether the epoch came to its end and was not interrupted. */
  private boolean restOfEpoch(int epoch) {
    int[] samples = order.of(epoch, training.size());
    while (batches < batchesPerEpoch) {
      if (watcher.wantsToStop()) {
        return false;
      }
      int from = batches * schedule.batchSize();
      int to = StrictMath.min(training.size(), from + schedule.batchSize());
      DataSet batch = training.subset(Arrays.copyOfRange(samples, from, to));
      for (Learner learner : learners) {
        double[][] outputs = learner.learn(batch.inputRows(), batch.targetRows());
        if (learner == leader()) {
          score.add(outputs, batch.targetRows());
        }
      }
      batches++;
      updates++;
      if (!score.isFinite()) {
        return false;
      }
      watcher.batch(epoch, batches, batchesPerEpoch, score.score());
    }
    return true;
  }

  private void finishEpoch(int number) {
    Optional<Epoch.Score> heldOutScore = heldOut.map(this::scoreOf);
    Epoch epoch = new Epoch(number, score.score(), heldOutScore, seconds);
    epochs.add(epoch);
    patience.look(epoch, () -> leader().network());
    batches = 0;
    seconds = 0.0;
    score = newScore();
    lastGood = checkpoint();
    watcher.epoch(epoch, lastGood);
  }

  private Epoch.Score scoreOf(DataSet data) {
    return Examination.of(leader(), data, schedule.batchSize(), newScore()).score();
  }

  private StopReason finished() {
    String done = "all epochs are done";
    String sentence =
        patience
            .best()
            .map(kept -> done + "; the network of epoch %d is the best".formatted(kept.epoch()))
            .orElse(done);
    return new StopReason(StopReason.Kind.FINISHED, sentence);
  }

  private StopReason diverged(int epoch) {
    if (updates == 1 && !score.isFinite()) {
      return new StopReason(
          StopReason.Kind.OUT_OF_RANGE, "a number is infinite or NaN before the first update");
    }
    String sentence = "epoch %d, batch %d: a number became infinite or NaN";
    return new StopReason(StopReason.Kind.DIVERGED, sentence.formatted(epoch, batches));
  }

  /** Where the training stands; if it diverged, where it stood after the last whole epoch. */
  public Checkpoint lastGood() {
    return lastGood;
  }

  /** How the networks of the first two learners compare now, if there are two. */
  public Optional<BitParity> parity() {
    return learners.size() < 2
        ? Optional.empty()
        : Optional.of(BitParity.of(leader().network(), learners.get(1).network()));
  }

  private Checkpoint checkpoint() {
    return new Checkpoint(
        leader().network(),
        leader().optimiser(),
        updates,
        List.copyOf(epochs),
        batches,
        score.sums(),
        patience.best());
  }

  private Learner leader() {
    return learners.get(0);
  }

  private RunningScore newScore() {
    return new RunningScore(cost, !training.classes().isEmpty(), units);
  }

  private static boolean isFinite(Network network) {
    return network.layers().stream().allMatch(Trainer::isFinite);
  }

  private static boolean isFinite(Layer layer) {
    return Arrays.stream(layer.biases()).allMatch(Double::isFinite)
        && Arrays.stream(layer.weights())
            .allMatch(row -> Arrays.stream(row).allMatch(Double::isFinite));
  }
}
