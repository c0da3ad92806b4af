package backprop.parity.terms;

import backprop.parity.model.Quantity;
import backprop.parity.model.Quantity.Shape;
import java.util.Optional;

/** What a formula takes a number from, under its name in the standard layout. */
public enum Array {
  INPUTS("inputs", Shape.PER_SAMPLE),
  TARGETS("targets", Shape.PER_SAMPLE),
  WEIGHTS("weights", Shape.PER_WEIGHT),
  BIASES("biases", Shape.PER_NEURON),
  PRE_ACTIVATIONS(Quantity.PRE_ACTIVATIONS),
  ACTIVATIONS(Quantity.ACTIVATIONS),
  /** ∂cost/∂a, output by output and sample by sample. */
  COST_SLOPES("∂cost/∂activations", Shape.PER_SAMPLE),
  /** ∂a[k]/∂z[j] of one sample's softmax, the same in every layout. */
  JACOBIAN,
  DELTAS(Quantity.DELTAS),
  BIAS_GRADIENTS(Quantity.BIAS_GRADIENTS),
  WEIGHT_GRADIENTS(Quantity.WEIGHT_GRADIENTS),
  UPDATED_WEIGHTS(Quantity.UPDATED_WEIGHTS),
  UPDATED_BIASES(Quantity.UPDATED_BIASES),
  INPUT_GRADIENTS(Quantity.INPUT_GRADIENTS);

  private final String word;
  private final Optional<Shape> shape;

  Array() {
    this.word = "jacobian";
    this.shape = Optional.empty();
  }

  Array(Quantity quantity) {
    this(quantity.fieldName(), quantity.shape());
  }

  Array(String word, Shape shape) {
    this.word = word;
    this.shape = Optional.of(shape);
  }

  /** The one that holds a quantity. */
  public static Array of(Quantity quantity) {
    return valueOf(quantity.name());
  }

  /** Such as {@code preActivations}. */
  public String word() {
    return word;
  }

  /** What its entries are counted by; empty where layouts make no difference. */
  public Optional<Shape> shape() {
    return shape;
  }
}
