package backprop.parity.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One answer: the cost and, layer by layer, whatever steps the source gives. Immutable.
 *
 * <p>Every quantity is held as the twins hold it: outputs × samples, outputs × inputs, outputs × 1.
 */
public final class Result {
  private final String name;
  private final OptionalDouble cost;
  private final List<Map<Quantity, double[][]>> layers;

  /**
   * Copies what it is given.
   *
   * @param name of the case it answers
   * @param layers from the first layer to the last
   */
  public Result(String name, OptionalDouble cost, List<Map<Quantity, double[][]>> layers) {
    this.name = name;
    this.cost = cost;
    this.layers = layers.stream().map(Result::copy).toList();
  }

  /**
   * What a source computed for a case; what it says of biases that a layer does not have is left out.
   *
   * @param layers from the first layer to the last
   */
  public Result(Case question, double cost, List<Map<Quantity, double[][]>> layers) {
    this(question.name(), OptionalDouble.of(cost), withoutAbsentBiases(question, layers));
  }

  private static List<Map<Quantity, double[][]>> withoutAbsentBiases(
      Case question, List<Map<Quantity, double[][]>> layers) {
    List<Map<Quantity, double[][]>> kept = new ArrayList<>();
    for (int l = 1; l <= layers.size(); l++) {
      Map<Quantity, double[][]> layer = new EnumMap<>(layers.get(l - 1));
      if (!question.hasBiases(l)) {
        layer.keySet().removeIf(quantity -> quantity.shape() == Quantity.Shape.PER_NEURON);
      }
      kept.add(layer);
    }
    return kept;
  }

  /**
   * An answer with nothing but gradients, as a first program of one's own has them.
   *
   * @param weightGradients outputs × inputs, from the first layer to the last
   * @param biasGradients one per neuron, from the first layer to the last
   */
  public static Result of(
      Case question, List<double[][]> weightGradients, List<double[]> biasGradients) {
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (int index = 0; index < weightGradients.size(); index++) {
      Map<Quantity, double[][]> layer = new EnumMap<>(Quantity.class);
      layer.put(Quantity.WEIGHT_GRADIENTS, weightGradients.get(index));
      layer.put(Quantity.BIAS_GRADIENTS, Rows.column(biasGradients.get(index)));
      layers.add(layer);
    }
    return new Result(question.name(), OptionalDouble.empty(), layers);
  }

  private static Map<Quantity, double[][]> copy(Map<Quantity, double[][]> layer) {
    Map<Quantity, double[][]> copy = new EnumMap<>(Quantity.class);
    layer.forEach((quantity, values) -> copy.put(quantity, Rows.copy(values)));
    return copy;
  }

  /** The name of the case it answers. */
  public String name() {
    return name;
  }

  /** Step 3, if the source gives it. */
  public OptionalDouble cost() {
    return cost;
  }

  /** The number of layers. */
  public int depth() {
    return layers.size();
  }

  /** A copy of what a step gave for layer l, counted from 1; empty if the source does not say. */
  public Optional<double[][]> values(Quantity quantity, int l) {
    return Optional.ofNullable(layers.get(l - 1).get(quantity)).map(Rows::copy);
  }
}
