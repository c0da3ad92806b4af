package backprop.parity.explain;

import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Layout;
import backprop.parity.model.Printable;
import backprop.parity.model.Quantity;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The name of one number, as {@code --entry} is given it. */
final class EntryName {
  private static final Pattern NAME =
      Pattern.compile("([A-Za-z]+)\\[([0-9]{1,9})]\\[([0-9]{1,9})](?:\\[([0-9]{1,9})])?");

  private EntryName() {}

  /**
   * The entry with that name in a case.
   *
   * @param layout in which its indices are written
   * @throws InvalidInput if the case has no such entry
   */
  static Entry parse(String name, Case question, Layout layout) {
    if (name.equals(Entry.COST)) {
      return Entry.cost(question.network().depth());
    }
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw invalid(name, "expected a name such as weightGradients[2][0][1]");
    }
    Quantity quantity =
        Arrays.stream(Quantity.values())
            .filter(known -> known.fieldName().equals(matcher.group(1)))
            .findAny()
            .orElseThrow(() -> unknownQuantity(name));
    if (quantity.shape() == Quantity.Shape.PER_INPUT) {
      return ofInputs(matcher, question, name, layout);
    }
    boolean single = quantity.shape() == Quantity.Shape.PER_NEURON;
    if (single != (matcher.group(4) == null)) {
      String indices = single ? "two indices, [layer][j]" : "three indices";
      throw invalid(name, "expected " + indices);
    }
    int layer = Integer.parseInt(matcher.group(2));
    int first = Integer.parseInt(matcher.group(3));
    int second = single ? 0 : Integer.parseInt(matcher.group(4));
    boolean swapped = layout.swaps(quantity.shape());
    Entry entry = Entry.of(quantity, layer, swapped ? second : first, swapped ? first : second);
    requireWithin(entry, question, quantity, name);
    return entry;
  }

  private static Entry ofInputs(Matcher matcher, Case question, String name, Layout layout) {
    boolean swapped = layout.swaps(Quantity.Shape.PER_INPUT);
    if (matcher.group(4) != null) {
      throw invalid(name, "expected two indices, " + (swapped ? "[s][i]" : "[i][s]"));
    }
    int i = Integer.parseInt(matcher.group(swapped ? 3 : 2));
    int s = Integer.parseInt(matcher.group(swapped ? 2 : 3));
    requireBelow(name, "i", i, 0, question.network().layer(1).inputs() - 1);
    requireBelow(name, "s", s, 0, question.samples() - 1);
    return Entry.of(Quantity.INPUT_GRADIENTS, 1, i, s);
  }

  private static InvalidInput unknownQuantity(String name) {
    String known =
        Arrays.stream(Quantity.values()).map(Quantity::fieldName).collect(Collectors.joining(", "));
    return invalid(name, "expected one of " + known + ", or cost");
  }

  private static void requireWithin(Entry entry, Case question, Quantity known, String name) {
    Network network = question.network();
    int layer = entry.layer();
    requireBelow(name, "layer", layer, 1, network.depth());
    requireBelow(name, "j", entry.neuron(), 0, network.layer(layer).outputs() - 1);
    switch (known.shape()) {
      case PER_SAMPLE, PER_INPUT ->
          requireBelow(name, "s", entry.second(), 0, question.samples() - 1);
      case PER_WEIGHT ->
          requireBelow(name, "i", entry.second(), 0, network.layer(layer).inputs() - 1);
      case PER_NEURON -> {}
    }
    if (known.shape() == Quantity.Shape.PER_NEURON && !question.hasBiases(layer)) {
      throw invalid(name, "layer " + layer + " has no biases");
    }
    boolean updated = known == Quantity.UPDATED_WEIGHTS || known == Quantity.UPDATED_BIASES;
    if (updated && question.learningRate().isEmpty()) {
      throw invalid(name, "expected a case with a learningRate, this one has none");
    }
  }

  private static void requireBelow(String name, String index, int value, int first, int last) {
    if (value < first || value > last) {
      String sentence = "expected %s from %d to %d, found %d";
      throw invalid(name, sentence.formatted(index, first, last, value));
    }
  }

  private static InvalidInput invalid(String name, String sentence) {
    return new InvalidInput("--entry %s: %s.".formatted(Printable.part(name), sentence));
  }
}
