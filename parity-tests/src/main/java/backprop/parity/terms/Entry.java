package backprop.parity.terms;

import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Quantity;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The name of one number, such as {@code weightGradients[2][0][1]}.
 *
 * @param quantity what it is
 * @param layer from 1
 * @param neuron j, from 0
 * @param second i or s, from 0; 0 for one number per neuron
 */
public record Entry(Quantity quantity, int layer, int neuron, int second) {
  private static final Pattern NAME =
      Pattern.compile("([A-Za-z]+)\\[([0-9]{1,9})]\\[([0-9]{1,9})](?:\\[([0-9]{1,9})])?");

  /**
   * The entry with that name in a case.
   *
   * @throws InvalidInput if the case has no such entry
   */
  public static Entry parse(String name, Case question) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw new InvalidInput(
          "--entry " + name + ": expected a name such as weightGradients[2][0][1].");
    }
    Quantity quantity =
        Arrays.stream(Quantity.values())
            .filter(known -> known.fieldName().equals(matcher.group(1)))
            .findAny()
            .orElseThrow(() -> unknownQuantity(name));
    if (quantity.shape() == Quantity.Shape.PER_INPUT) {
      return ofInputs(matcher, question, name);
    }
    boolean single = quantity.shape() == Quantity.Shape.PER_NEURON;
    if (single != (matcher.group(4) == null)) {
      String indices = single ? "two indices, [layer][j]" : "three indices";
      throw new InvalidInput("--entry " + name + ": expected " + indices + ".");
    }
    int second = single ? 0 : Integer.parseInt(matcher.group(4));
    int layer = Integer.parseInt(matcher.group(2));
    Entry entry = new Entry(quantity, layer, Integer.parseInt(matcher.group(3)), second);
    entry.requireWithin(question, name);
    return entry;
  }

  private static Entry ofInputs(Matcher matcher, Case question, String name) {
    if (matcher.group(4) != null) {
      throw new InvalidInput("--entry " + name + ": expected two indices, [i][s].");
    }
    int i = Integer.parseInt(matcher.group(2));
    int s = Integer.parseInt(matcher.group(3));
    requireBelow(name, "i", i, 0, question.network().layer(1).inputs() - 1);
    requireBelow(name, "s", s, 0, question.samples() - 1);
    return new Entry(Quantity.INPUT_GRADIENTS, 1, i, s);
  }

  private static InvalidInput unknownQuantity(String name) {
    String known =
        Arrays.stream(Quantity.values()).map(Quantity::fieldName).collect(Collectors.joining(", "));
    return new InvalidInput("--entry " + name + ": expected one of " + known + ", or cost.");
  }

  private void requireWithin(Case question, String name) {
    Network network = question.network();
    requireBelow(name, "layer", layer, 1, network.depth());
    requireBelow(name, "j", neuron, 0, network.layer(layer).outputs() - 1);
    switch (quantity.shape()) {
      case PER_SAMPLE, PER_INPUT -> requireBelow(name, "s", second, 0, question.samples() - 1);
      case PER_WEIGHT -> requireBelow(name, "i", second, 0, network.layer(layer).inputs() - 1);
      case PER_NEURON -> {}
    }
    if (quantity.shape() == Quantity.Shape.PER_NEURON && !question.hasBiases(layer)) {
      throw new InvalidInput("--entry " + name + ": layer " + layer + " has no biases.");
    }
    boolean updated = quantity == Quantity.UPDATED_WEIGHTS || quantity == Quantity.UPDATED_BIASES;
    if (updated && question.learningRate().isEmpty()) {
      throw new InvalidInput(
          "--entry " + name + ": expected a case with a learningRate, this one has none.");
    }
  }

  private static void requireBelow(String name, String index, int value, int first, int last) {
    if (value < first || value > last) {
      String sentence = "--entry %s: expected %s from %d to %d, found %d.";
      throw new InvalidInput(sentence.formatted(name, index, first, last, value));
    }
  }

  /** The number itself, out of the quantity's rows. */
  public double in(double[][] rows) {
    return rows[neuron][second];
  }

  @Override
  public String toString() {
    return quantity.entryName(layer, neuron, second);
  }
}
