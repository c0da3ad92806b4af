package backprop.parity.training;

import backprop.loops.Network;
import backprop.loops.optimisers.Optimiser;
import backprop.parity.model.InvalidInput;
import backprop.parity.options.ChoiceConverter;
import backprop.parity.terminal.ShellWord;
import backprop.parity.training.descent.OptimiserKind;
import backprop.parity.training.descent.Schedule;
import backprop.parity.training.descent.TrainingDefaults;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The options that say how to learn. */
final class DescentOptions {
  private static final double USUAL_MOMENTUM = 0.9;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the data, those before a --resume included.")
  private Integer epochs;

  @Option(
      names = {"--batch", "--batch-size"},
      paramLabel = "N",
      description = "Samples per update, or all.")
  private String batch;

  @Option(
      names = {"--rate", "--learning-rate"},
      paramLabel = "RATE",
      description = "The learning rate: how far each step goes.")
  private Double rate;

  @Option(
      names = {"--optimiser", "--optimizer"},
      paramLabel = "NAME",
      description = "plain (weight - rate * gradient), momentum or adam.")
  private String optimiser;

  @Option(
      names = "--momentum",
      paramLabel = "SHARE",
      description = "What --optimiser momentum keeps of its velocity (default: 0.9).")
  private Double momentum;

  @Option(
      names = "--stop-after",
      paramLabel = "N",
      description =
          "Stop after N epochs in which the cost on held-out samples found no new low, and keep the"
              + " network of the best epoch; without held-out samples by the cost of learning.")
  private Integer stopAfter;

  @Option(names = "--no-shuffle", description = "Take the samples in the order of the data.")
  private boolean inOrder;

  /** Whether nothing was said that a resumed training cannot change. */
  boolean changeNothing() {
    return batch == null && rate == null && optimiser == null && momentum == null && !inOrder;
  }

  /** The schedule of a new training. */
  Schedule schedule(TrainingDefaults defaults, int samples, long seed) {
    return new Schedule(
        epochs(defaults.epochs()), batchSize(defaults, samples), !inOrder, seed, patience());
  }

  /** The schedule of a training that was resumed. */
  Schedule schedule(Schedule before) {
    OptionalInt patience = stopAfter == null ? before.patience() : patience();
    return new Schedule(
        epochs(before.epochs()), before.batchSize(), before.shuffled(), before.seed(), patience);
  }

  private int epochs(int otherwise) {
    if (epochs != null && epochs < 1) {
      throw new InvalidInput("--epochs " + epochs + ": expected 1 or more.");
    }
    return epochs == null ? otherwise : epochs;
  }

  private int batchSize(TrainingDefaults defaults, int samples) {
    if (batch == null) {
      int size = defaults.batchSize();
      return size == TrainingDefaults.WHOLE ? samples : StrictMath.min(size, samples);
    }
    if (batch.equals("all")) {
      return samples;
    }
    if (!batch.matches("0*[1-9][0-9]{0,8}")) {
      String sentence = "--batch %s: expected 1 to 999999999 samples, or all.";
      throw new InvalidInput(sentence.formatted(ShellWord.of(batch)));
    }
    return StrictMath.min(Integer.parseInt(batch), samples);
  }

  private OptionalInt patience() {
    if (stopAfter == null) {
      return OptionalInt.empty();
    }
    if (stopAfter < 1) {
      throw new InvalidInput("--stop-after " + stopAfter + ": expected 1 or more epochs.");
    }
    return OptionalInt.of(stopAfter);
  }

  /** The optimiser before its first step. */
  Optimiser start(Network network, TrainingDefaults defaults) {
    OptimiserKind kind =
        ChoiceConverter.of("--optimiser", OptimiserKind.class, optimiser)
            .orElse(defaults.optimiser());
    if (momentum != null && kind != OptimiserKind.MOMENTUM) {
      throw new InvalidInput("--momentum: expected --optimiser momentum with it.");
    }
    if (momentum != null && !(momentum >= 0.0 && momentum < 1.0)) {
      throw new InvalidInput(
          "--momentum " + momentum + ": expected a share of at least 0 and less than 1.");
    }
    double share = momentum == null ? USUAL_MOMENTUM : momentum;
    return kind.start(network, rate(defaults, kind), share);
  }

  /** A default rate is meant for its own optimiser; Adam's steps are as long as its rate. */
  private double rate(TrainingDefaults defaults, OptimiserKind kind) {
    if (rate == null) {
      return kind == defaults.optimiser() ? defaults.learningRate() : kind.usualRate(defaults);
    }
    if (!(rate > 0.0) || Double.isInfinite(rate)) {
      throw new InvalidInput("--rate " + rate + ": expected a finite number above 0.");
    }
    return rate;
  }
}
