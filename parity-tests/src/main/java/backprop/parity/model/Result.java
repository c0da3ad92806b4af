package backprop.parity.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;

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

  /** An answer that a source puts together, step by step and layer by layer. */
  public static Builder to(Case question) {
    return new Builder(question);
  }

  /**
   * An answer with nothing but gradients, as a first program of one's own has them.
   *
   * @param weightGradients outputs × inputs, from the first layer to the last
   * @param biasGradients one per neuron, from the first layer to the last
   */
  public static Result of(
      Case question, List<double[][]> weightGradients, List<double[]> biasGradients) {
    Builder result = to(question);
    for (int l = 1; l <= weightGradients.size(); l++) {
      result.put(Quantity.WEIGHT_GRADIENTS, l, weightGradients.get(l - 1));
      result.put(Quantity.BIAS_GRADIENTS, l, Rows.column(biasGradients.get(l - 1)));
    }
    return result.build();
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

  /**
   * Some of its numbers.
   *
   * @param withCost whether the cost is one of them
   * @param kept whether a quantity of layer l, counted from 1, is
   */
  public Result only(boolean withCost, BiPredicate<Quantity, Integer> kept) {
    List<Map<Quantity, double[][]>> some = new ArrayList<>();
    for (int l = 1; l <= depth(); l++) {
      int number = l;
      Map<Quantity, double[][]> layer = new EnumMap<>(layers.get(l - 1));
      layer.keySet().removeIf(quantity -> !kept.test(quantity, number));
      some.add(layer);
    }
    return new Result(name, withCost ? cost : OptionalDouble.empty(), some);
  }

  /** Collects the steps of an answer; what a source says of biases that do not exist is left out. */
  public static final class Builder {
    private final Case question;
    private final List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    private OptionalDouble cost = OptionalDouble.empty();

    private Builder(Case question) {
      this.question = question;
      for (int l = 1; l <= question.network().depth(); l++) {
        layers.add(new EnumMap<>(Quantity.class));
      }
    }

    /** Step 3. */
    public Builder cost(double value) {
      cost = OptionalDouble.of(value);
      return this;
    }

    /** What a step gives for layer l, counted from 1, shaped as the twins hold it. */
    public Builder put(Quantity quantity, int l, double[][] values) {
      boolean ofBiases = quantity.shape() == Quantity.Shape.PER_NEURON;
      if (!ofBiases || question.hasBiases(l)) {
        layers.get(l - 1).put(quantity, values);
      }
      return this;
    }

    /** The answer as it is now. */
    public Result build() {
      return new Result(question.name(), cost, layers);
    }
  }
}
