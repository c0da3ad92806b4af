package backprop.parity.cli;

import backprop.loops.Activation;
import backprop.loops.Network;
import backprop.parity.cases.Spelling;
import backprop.parity.train.OptimiserKind;
import backprop.parity.train.Schedule;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A training's settings in words. */
final class TrainWords {
  private static final int SECONDS_OF_A_MINUTE = 60;
  private static final double TOO_LONG_FOR_TENTHS = 10.0;

  private TrainWords() {}

  /** Such as 64-30-10. */
  static String widths(Network network) {
    return network.layer(1).inputs()
        + network.layers().stream()
            .map(layer -> "-" + layer.outputs())
            .collect(Collectors.joining());
  }

  /** Such as {@code relu, softmax, cross-entropy, mean}. */
  static String functions(Network network) {
    String activations =
        IntStream.rangeClosed(1, network.depth())
            .mapToObj(l -> network.layer(l).activation())
            .distinct()
            .map((Activation activation) -> Spelling.of(activation))
            .collect(Collectors.joining(", "));
    return activations
        + ", "
        + Spelling.of(network.cost())
        + ", "
        + Spelling.of(network.reduction());
  }

  static long parameters(Network network) {
    return network.layers().stream()
        .mapToLong(layer -> (long) layer.outputs() * (layer.inputs() + 1))
        .sum();
  }

  /** Such as {@code plain, rate 3, batches of 10, shuffled with seed 1}. */
  static String descent(backprop.loops.optimisers.Optimiser optimiser, Schedule schedule) {
    String order = schedule.shuffled() ? "shuffled with seed " + schedule.seed() : "in order";
    return "%s, batches of %d, %s"
        .formatted(OptimiserKind.describe(optimiser), schedule.batchSize(), order);
  }

  /** Such as 0.4 s, 12 s or 3 min 5 s. */
  static String time(double seconds) {
    if (seconds < TOO_LONG_FOR_TENTHS) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = (long) StrictMath.rint(seconds);
    return whole < SECONDS_OF_A_MINUTE
        ? whole + " s"
        : "%d min %d s".formatted(whole / SECONDS_OF_A_MINUTE, whole % SECONDS_OF_A_MINUTE);
  }

  /** Such as 1,437. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
