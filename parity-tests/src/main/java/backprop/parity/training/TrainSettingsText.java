package backprop.parity.training;

import backprop.loops.Network;
import backprop.loops.optimisers.Optimiser;
import backprop.parity.model.Spelling;
import backprop.parity.terms.NumberText;
import backprop.parity.training.descent.OptimiserKind;
import backprop.parity.training.descent.Schedule;
import java.util.Locale;
import java.util.stream.Collectors;

/** A training's settings in words. */
final class TrainSettingsText {
  private static final int SECONDS_OF_A_MINUTE = 60;
  private static final double TOO_SHORT_FOR_TENTHS = 0.1;
  private static final double TOO_LONG_FOR_TENTHS = 10.0;

  private TrainSettingsText() {}

  /** How many weights and biases there are. */
  static long parameters(Network network) {
    return network.layers().stream()
        .mapToLong(layer -> (long) layer.outputs() * (layer.inputs() + 1))
        .sum();
  }

  /** Such as {@code 64-30-10: relu, softmax, cross-entropy, mean; 2,260 weights and biases}. */
  static String network(Network network) {
    String widths =
        network.layers().stream().map(layer -> "-" + layer.outputs()).collect(Collectors.joining());
    long parameters = parameters(network);
    return "%d%s: %s, %s, %s; %s weights and biases"
        .formatted(
            network.layer(1).inputs(),
            widths,
            activations(network),
            Spelling.of(network.cost()),
            Spelling.of(network.reduction()),
            count(parameters));
  }

  private static String activations(Network network) {
    return network.layers().stream()
        .map(layer -> Spelling.of(layer.activation()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** Such as {@code plain, rate 3, batches of 10, shuffled with seed 1}. */
  static String descent(Optimiser optimiser, Schedule schedule) {
    String order = schedule.shuffled() ? "shuffled with seed " + schedule.seed() : "in order";
    return "%s, batches of %d, %s"
        .formatted(OptimiserKind.describe(optimiser), schedule.batchSize(), order);
  }

  /** Such as 3 ms, 0.4 s, 12 s or 3 min 5 s. */
  static String time(double seconds) {
    if (seconds < TOO_SHORT_FOR_TENTHS) {
      return NumberText.rounded(1000.0 * seconds, 2) + " ms";
    }
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
