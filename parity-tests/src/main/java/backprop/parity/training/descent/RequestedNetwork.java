package backprop.parity.training.descent;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Objective;
import backprop.parity.model.Plural;
import backprop.parity.model.Spelling;
import backprop.parity.training.data.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The network that was asked for; what is left open comes from the {@link TrainingDefaults}.
 *
 * @param hidden the widths of the hidden layers
 * @param activation of the hidden layers
 * @param output activation of the last layer
 * @param initial how the weights are drawn
 */
public record RequestedNetwork(
    Optional<List<Integer>> hidden,
    Optional<Activation> activation,
    Optional<Activation> output,
    Optional<Cost> cost,
    Optional<Reduction> reduction,
    Optional<InitialWeights> initial) {
  /** Nothing asked for. */
  public static final RequestedNetwork ANY =
      new RequestedNetwork(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * The network before its first step.
   *
   * @param data in their units
   * @throws InvalidInput if there is no such network, or it does not fit the data
   */
  public Network network(DataSet data, TrainingDefaults defaults, long seed) {
    Cost chosenCost = cost.orElseGet(() -> usualCost(data, defaults));
    Activation last = output.orElseGet(() -> usualOutput(data, chosenCost, defaults));
    TargetRange.requireFit(data, last, chosenCost);
    List<Integer> between = hidden.orElse(defaults.hidden());
    if (activation.isPresent() && between.isEmpty()) {
      String sentence =
          "--activation %s: expected hidden layers with it, such as --layers 16 (--output is that of"
              + " the last layer).";
      throw new InvalidInput(sentence.formatted(Spelling.of(activation.get())));
    }
    return initial(defaults)
        .network(
            widths(data, defaults).stream().mapToInt(Integer::intValue).toArray(),
            activation.orElse(defaults.activation()),
            last,
            chosenCost,
            reduction.orElse(defaults.objective().reduction()),
            seed);
  }

  /** How the weights before the first step are drawn. */
  public InitialWeights initial(TrainingDefaults defaults) {
    Activation between = activation.orElse(defaults.activation());
    boolean rectified = between == Activation.RELU || between == Activation.LEAKY_RELU;
    boolean deep = !hidden.orElse(defaults.hidden()).isEmpty();
    return initial.orElse(rectified && deep ? InitialWeights.HE : InitialWeights.XAVIER);
  }

  private List<Integer> widths(DataSet data, TrainingDefaults defaults) {
    List<Integer> widths = new ArrayList<>(List.of(data.inputs()));
    widths.addAll(hidden.orElse(defaults.hidden()));
    widths.add(data.outputs());
    return widths;
  }

  /**
   * Counts before anything is allocated.
   *
   * @throws InvalidInput if the network would have more weights and biases than that
   */
  public void requireAtMost(long parameters, DataSet data, TrainingDefaults defaults) {
    List<Integer> widths = widths(data, defaults);
    long found = 0;
    for (int l = 1; l < widths.size(); l++) {
      found += (widths.get(l - 1) + 1L) * widths.get(l);
    }
    if (found > parameters) {
      List<Integer> between = hidden.orElse(defaults.hidden());
      String layers = between.stream().map(String::valueOf).collect(Collectors.joining(","));
      String sentence =
          "--layers %s: expected at most %d weights and biases, found %d (--max-parameters raises"
              + " the limit).";
      String shown = layers.isEmpty() ? "none" : layers;
      throw new InvalidInput(sentence.formatted(shown, parameters, found));
    }
  }

  /**
   * Checks that a network has as many inputs and outputs as the data.
   *
   * @param origin what messages call it
   * @throws InvalidInput if it has not
   */
  public static void requireWidths(Network loaded, String origin, DataSet data) {
    int inputs = loaded.layer(1).inputs();
    int outputs = loaded.layer(loaded.depth()).outputs();
    if (inputs != data.inputs() || outputs != data.outputs()) {
      String sentence = "%s: expected a network of %s and %s for %s, found %d and %d.";
      String expectedInputs = Plural.of(data.inputs(), "input");
      String expectedOutputs = Plural.of(data.outputs(), "output");
      throw new InvalidInput(
          sentence.formatted(
              origin, expectedInputs, expectedOutputs, data.name(), inputs, outputs));
    }
  }

  /** The default, unless another output was asked for that it does not suit. */
  private Cost usualCost(DataSet data, TrainingDefaults defaults) {
    Objective usual = defaults.objective();
    if (output.isEmpty() || output.get() == usual.activation()) {
      return usual.cost();
    }
    return switch (output.get()) {
      case SOFTMAX -> Cost.CROSS_ENTROPY;
      case SIGMOID -> data.classes().isEmpty() ? Cost.SQUARED_ERROR : Cost.BINARY_CROSS_ENTROPY;
      default -> Cost.SQUARED_ERROR;
    };
  }

  /** The default, unless another cost was asked for that goes with another output. */
  private static Activation usualOutput(DataSet data, Cost chosen, TrainingDefaults defaults) {
    Objective usual = defaults.objective();
    if (chosen == usual.cost()) {
      return usual.activation();
    }
    return switch (chosen) {
      case CROSS_ENTROPY -> Activation.SOFTMAX;
      case BINARY_CROSS_ENTROPY -> Activation.SIGMOID;
      default -> data.classes().isEmpty() ? Activation.IDENTITY : Activation.SIGMOID;
    };
  }
}
