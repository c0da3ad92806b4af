package backprop.parity.model;

import backprop.loops.Network;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where one number of a result stands, such as {@code weightGradients[2][0][1]}, or the cost.
 *
 * @param quantity what it is; empty for the cost
 * @param layer from 1; the cost counts as the last layer's
 * @param neuron j, from 0
 * @param second i or s, from 0; 0 for one number per neuron
 */
public record Entry(Optional<Quantity> quantity, int layer, int neuron, int second) {
  /** The name of the cost, in files and messages. */
  public static final String COST = "cost";

  private static final int COST_STEP = 3;
  private static final Pattern NAME =
      Pattern.compile("([A-Za-z]+)\\[([0-9]{1,9})]\\[([0-9]{1,9})](?:\\[([0-9]{1,9})])?");

  /** A number of a layer. */
  public static Entry of(Quantity quantity, int layer, int neuron, int second) {
    return new Entry(Optional.of(quantity), layer, neuron, second);
  }

  /** The cost of a network with that many layers. */
  public static Entry cost(int depth) {
    return new Entry(Optional.empty(), depth, 0, 0);
  }

  /**
   * The entry with that name in a case, as the twins would write it.
   *
   * @throws InvalidInput if the case has no such entry
   */
  public static Entry parse(String name, Case question) {
    return parse(name, question, Layout.STANDARD);
  }

  /**
   * The entry with that name in a case.
   *
   * @param layout in which its indices are written
   * @throws InvalidInput if the case has no such entry
   */
  public static Entry parse(String name, Case question, Layout layout) {
    if (name.equals(COST)) {
      return cost(question.network().depth());
    }
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
    int layer = Integer.parseInt(matcher.group(2));
    int first = Integer.parseInt(matcher.group(3));
    int second = single ? 0 : Integer.parseInt(matcher.group(4));
    boolean swapped = layout.swaps(quantity.shape());
    Entry entry = of(quantity, layer, swapped ? second : first, swapped ? first : second);
    entry.requireWithin(question, quantity, name);
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
    return of(Quantity.INPUT_GRADIENTS, 1, i, s);
  }

  private static InvalidInput unknownQuantity(String name) {
    String known =
        Arrays.stream(Quantity.values()).map(Quantity::fieldName).collect(Collectors.joining(", "));
    return new InvalidInput("--entry " + name + ": expected one of " + known + ", or cost.");
  }

  private void requireWithin(Case question, Quantity known, String name) {
    Network network = question.network();
    requireBelow(name, "layer", layer, 1, network.depth());
    requireBelow(name, "j", neuron, 0, network.layer(layer).outputs() - 1);
    switch (known.shape()) {
      case PER_SAMPLE, PER_INPUT -> requireBelow(name, "s", second, 0, question.samples() - 1);
      case PER_WEIGHT -> requireBelow(name, "i", second, 0, network.layer(layer).inputs() - 1);
      case PER_NEURON -> {}
    }
    if (known.shape() == Quantity.Shape.PER_NEURON && !question.hasBiases(layer)) {
      throw new InvalidInput("--entry " + name + ": layer " + layer + " has no biases.");
    }
    boolean updated = known == Quantity.UPDATED_WEIGHTS || known == Quantity.UPDATED_BIASES;
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

  /** Whether it is the cost, which belongs to no neuron. */
  public boolean isCost() {
    return quantity.isEmpty();
  }

  /** Whether it is a number of this quantity. */
  public boolean is(Quantity known) {
    return quantity.equals(Optional.of(known));
  }

  /** Whether it is the gradient of a weight or a bias. */
  public boolean isGradient() {
    return is(Quantity.WEIGHT_GRADIENTS) || is(Quantity.BIAS_GRADIENTS);
  }

  /** The number of the step that gives it in a network with that many layers. */
  public int step(int depth) {
    return quantity.map(known -> known.step(layer, depth)).orElse(COST_STEP);
  }

  /** The number that stands there. */
  public double in(Result result) {
    return quantity
        .map(known -> in(result.values(known, layer).orElseThrow()))
        .orElseGet(() -> result.cost().orElseThrow());
  }

  /** The number that stands there, out of the rows of its quantity and layer. */
  public double in(double[][] rows) {
    return rows[neuron][second];
  }

  /** Its name in files, messages and options. */
  public String name() {
    return quantity.map(known -> known.entryName(layer, neuron, second)).orElse(COST);
  }

  /** The name of the field that holds it, such as {@code weightGradients}. */
  public String field() {
    return quantity.map(Quantity::fieldName).orElse(COST);
  }

  /** Its name with the indices in a reader's layout. */
  public String name(Layout layout) {
    boolean swapped = quantity.filter(known -> layout.swaps(known.shape())).isPresent();
    return swapped ? new Entry(quantity, layer, second, neuron).name() : name();
  }

  @Override
  public String toString() {
    return name();
  }
}
