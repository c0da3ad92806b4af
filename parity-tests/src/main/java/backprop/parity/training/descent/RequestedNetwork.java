package backprop.parity.training.descent;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Plural;
import backprop.parity.model.Spelling;
import backprop.parity.training.data.DataSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which network somebody wants; what is left open comes from the {@link TrainingDefaults}.
 *
 * @param hidden the widths of the hidden layers
 * @param activation of the hidden layers
 * @param output activation of the last layer
 * @param initial how the weights are drawn
 * @param seed they are drawn with
 */
public record RequestedNetwork(
    Optional<List<Integer>> hidden,
    Optional<Activation> activation,
    Optional<Activation> output,
    Optional<Cost> cost,
    Optional<Reduction> reduction,
    Optional<InitialWeights> initial,
    long seed) {

  /** Whether nothing was asked for, so that another network may be taken. */
  public boolean isEmpty() {
    return hidden.isEmpty()
        && activation.isEmpty()
        && output.isEmpty()
        && cost.isEmpty()
        && reduction.isEmpty()
        && initial.isEmpty();
  }

  /**
   * The network before its first step.
   *
   * @param data in their units
   * @throws InvalidInput if there is no such network, or it does not fit the data
   */
  public Network network(DataSet data, TrainingDefaults recipe) {
    Activation between = activation.orElse(recipe.activation());
    Cost chosenCost = cost.orElseGet(() -> customaryCost(data, recipe));
    Activation last = output.orElseGet(() -> customaryOutput(data, chosenCost, recipe));
    requireFit(data, last, chosenCost);
    requireHiddenLayers(recipe);
    List<Integer> widths = widths(data, recipe);
    return initial(recipe)
        .network(
            widths.stream().mapToInt(Integer::intValue).toArray(),
            between,
            last,
            chosenCost,
            reduction.orElse(recipe.reduction()),
            seed);
  }

  /** How the weights before the first step are drawn; hidden layers decide if there are some. */
  public InitialWeights initial(TrainingDefaults recipe) {
    Activation between = activation.orElse(recipe.activation());
    boolean rectified = between == Activation.RELU || between == Activation.LEAKY_RELU;
    boolean deep = !hidden.orElse(recipe.hidden()).isEmpty();
    return initial.orElse(rectified && deep ? InitialWeights.HE : InitialWeights.XAVIER);
  }

  private void requireHiddenLayers(TrainingDefaults recipe) {
    if (activation.isPresent() && hidden.orElse(recipe.hidden()).isEmpty()) {
      String sentence =
          "--activation %s: expected hidden layers with it, such as --layers 16 (--output is that of"
              + " the last layer).";
      throw new InvalidInput(sentence.formatted(Spelling.of(activation.get())));
    }
  }

  private List<Integer> widths(DataSet data, TrainingDefaults recipe) {
    List<Integer> widths = new ArrayList<>(List.of(data.inputs()));
    widths.addAll(hidden.orElse(recipe.hidden()));
    widths.add(data.outputs());
    return widths;
  }

  /**
   * Counts before anything is allocated.
   *
   * @throws InvalidInput if the network would have more weights and biases than that
   */
  public void requireAtMost(long parameters, DataSet data, TrainingDefaults recipe) {
    List<Integer> widths = widths(data, recipe);
    long found = 0;
    for (int l = 1; l < widths.size(); l++) {
      found += (widths.get(l - 1) + 1L) * widths.get(l);
    }
    if (found > parameters) {
      String layers =
          hidden.orElse(recipe.hidden()).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(","));
      String sentence =
          "--layers %s: expected at most %d weights and biases, found %d (--max-parameters raises"
              + " the limit).";
      String shown = layers.isEmpty() ? "none" : layers;
      throw new InvalidInput(sentence.formatted(shown, parameters, found));
    }
  }

  /**
   * Whether a network that was loaded can learn from the data.
   *
   * @param origin what messages call it
   * @param data in their units
   * @throws InvalidInput if not
   */
  public static void requireFit(Network loaded, String origin, DataSet data) {
    requireWidths(loaded, origin, data);
    requireFit(data, loaded.layer(loaded.depth()).activation(), loaded.cost());
  }

  /**
   * Whether a network has as many inputs and outputs as the data.
   *
   * @param origin what messages call it
   * @throws InvalidInput if not
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

  /** The recipe's, unless another output was asked for that it does not fit. */
  private Cost customaryCost(DataSet data, TrainingDefaults recipe) {
    if (output.isEmpty() || output.get() == recipe.output()) {
      return recipe.cost();
    }
    boolean classes = !data.classes().isEmpty();
    return switch (output.get()) {
      case SOFTMAX -> Cost.CROSS_ENTROPY;
      case SIGMOID -> classes ? Cost.BINARY_CROSS_ENTROPY : Cost.SQUARED_ERROR;
      default -> Cost.SQUARED_ERROR;
    };
  }

  /** The recipe's, unless another cost was asked for that goes with another output. */
  private static Activation customaryOutput(DataSet data, Cost chosen, TrainingDefaults recipe) {
    if (chosen == recipe.cost()) {
      return recipe.output();
    }
    return switch (chosen) {
      case CROSS_ENTROPY -> Activation.SOFTMAX;
      case BINARY_CROSS_ENTROPY -> Activation.SIGMOID;
      default -> data.classes().isEmpty() ? Activation.IDENTITY : Activation.SIGMOID;
    };
  }

  /**
   * Whether such an end of a network can learn from such data.
   *
   * @throws InvalidInput if not
   */
  static void requireFit(DataSet data, Activation last, Cost cost) {
    boolean logarithm = cost == Cost.CROSS_ENTROPY || cost == Cost.BINARY_CROSS_ENTROPY;
    if (logarithm && last != Activation.SIGMOID && last != Activation.SOFTMAX) {
      String sentence =
          "--cost %s takes logarithms of the outputs: expected --output sigmoid or softmax,"
              + " found %s.";
      throw new InvalidInput(sentence.formatted(Spelling.of(cost), Spelling.of(last)));
    }
    if (last == Activation.SOFTMAX && data.outputs() == 1) {
      throw new InvalidInput(
          "--output softmax: expected 2 outputs or more, as the share of a single one is always 1,"
              + " found 1 in "
              + data.name()
              + ".");
    }
    if (logarithm) {
      TargetRange.SHARES.require(data, "--cost " + Spelling.of(cost), "");
    }
    TargetRange.of(last)
        .require(data, "--output " + Spelling.of(last), " (--output identity reaches all)");
  }
}
