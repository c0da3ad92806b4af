package backprop.parity.training;

import backprop.loops.Network;
import backprop.parity.model.Plural;
import backprop.parity.model.Spelling;
import backprop.parity.training.data.ColumnScale;
import backprop.parity.training.data.Standardisation;
import backprop.parity.training.descent.OptimiserKind;
import backprop.parity.training.descent.Schedule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A training's settings in words. */
final class SettingsText {
  private SettingsText() {}

  /** A line for each, in the order to show them. */
  static Map<String, String> of(TrainingPlan plan, List<String> sources) {
    Standardisation standardisation = plan.samples().standardisation();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("data", plan.samples().inUnits().summary());
    lines.put("inputs", preparation(standardisation.inputs()));
    if (plan.samples().inUnits().training().classes().isEmpty()) {
      lines.put("targets", preparation(standardisation.targets()));
    }
    lines.put("network", network(plan.start().network()));
    lines.put("initial", plan.initial());
    Schedule schedule = plan.schedule();
    String order = schedule.shuffled() ? "shuffled with seed " + schedule.seed() : "in order";
    String optimiser = OptimiserKind.describe(plan.start().optimiser());
    lines.put("descent", "%s, batches of %d, %s".formatted(optimiser, schedule.batchSize(), order));
    lines.put("source", String.join(" and ", sources));
    return lines;
  }

  private static String preparation(Optional<ColumnScale> scale) {
    return scale.isPresent() ? "standardised" : "as they are";
  }

  /** Such as {@code 64-30-10: relu, softmax, cross-entropy, mean; 2,260 weights and biases}. */
  private static String network(Network network) {
    String widths =
        network.layers().stream().map(layer -> "-" + layer.outputs()).collect(Collectors.joining());
    String activations =
        network.layers().stream()
            .map(layer -> Spelling.of(layer.activation()))
            .distinct()
            .collect(Collectors.joining(", "));
    return "%d%s: %s, %s, %s; %s weights and biases"
        .formatted(
            network.layer(1).inputs(),
            widths,
            activations,
            Spelling.of(network.cost()),
            Spelling.of(network.reduction()),
            Plural.grouped(parameters(network)));
  }

  /** How many weights and biases there are. */
  static long parameters(Network network) {
    return network.layers().stream()
        .mapToLong(layer -> (long) layer.outputs() * (layer.inputs() + 1))
        .sum();
  }
}
