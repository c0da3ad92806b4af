package backprop.parity.model;

import java.util.Optional;

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

  /** A number of a layer. */
  public static Entry of(Quantity quantity, int layer, int neuron, int second) {
    return new Entry(Optional.of(quantity), layer, neuron, second);
  }

  /** The cost of a network with that many layers. */
  public static Entry cost(int depth) {
    return new Entry(Optional.empty(), depth, 0, 0);
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
