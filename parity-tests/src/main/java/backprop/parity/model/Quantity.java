package backprop.parity.model;

/** What a step gives for one layer, under the name that files, messages and {@code --entry} use. */
public enum Quantity {
  /** Step 1, outputs × samples. */
  PRE_ACTIVATIONS("preActivations", Shape.PER_SAMPLE),
  /** Step 2, outputs × samples. */
  ACTIVATIONS("activations", Shape.PER_SAMPLE),
  /** Step 4 in the last layer, step 7 before it; outputs × samples, before the factor. */
  DELTAS("deltas", Shape.PER_SAMPLE),
  /** Step 5, outputs × 1. */
  BIAS_GRADIENTS("biasGradients", Shape.PER_NEURON),
  /** Step 6, outputs × inputs. */
  WEIGHT_GRADIENTS("weightGradients", Shape.PER_WEIGHT),
  /** Step 8, outputs × inputs. */
  UPDATED_WEIGHTS("updatedWeights", Shape.PER_WEIGHT),
  /** Step 8, outputs × 1. */
  UPDATED_BIASES("updatedBiases", Shape.PER_NEURON),
  /** Step 7 without f′, carried back to the inputs; inputs × samples, with the factor. */
  INPUT_GRADIENTS("inputGradients", Shape.PER_INPUT);

  /** What the entries of a quantity are counted by. */
  public enum Shape {
    /** {@code [j][s]}; files write a row per sample. */
    PER_SAMPLE,
    /** {@code [j]}. */
    PER_NEURON,
    /** {@code [i][s]}, once for the network, held with layer 1; files write a row per sample. */
    PER_INPUT,
    /** {@code [j][i]}; files write it in the case's {@link WeightLayout}. */
    PER_WEIGHT
  }

  private final String fieldName;
  private final Shape shape;

  Quantity(String fieldName, Shape shape) {
    this.fieldName = fieldName;
    this.shape = shape;
  }

  /** The name in files and messages, such as {@code weightGradients}. */
  public String fieldName() {
    return fieldName;
  }

  /** What its entries are counted by. */
  public Shape shape() {
    return shape;
  }

  /** The number of the step that gives it in layer l of a network with that depth. */
  public int step(int l, int depth) {
    return switch (this) {
      case PRE_ACTIVATIONS -> 1;
      case ACTIVATIONS -> 2;
      case DELTAS -> l == depth ? 4 : 7;
      case INPUT_GRADIENTS -> 7;
      case BIAS_GRADIENTS -> 5;
      case WEIGHT_GRADIENTS -> 6;
      case UPDATED_WEIGHTS, UPDATED_BIASES -> 8;
    };
  }

  /**
   * One entry's name: layer from 1, neuron j and its second index from 0; of the gradients of the
   * inputs i and s alone. In the digits of JSON,
   * whatever those of the reader's language are, because names are read again.
   */
  public String entryName(int l, int j, int second) {
    if (shape == Shape.PER_INPUT) {
      return fieldName + "[" + j + "][" + second + "]";
    }
    String neuron = fieldName + "[" + l + "][" + j + "]";
    return shape == Shape.PER_NEURON ? neuron : neuron + "[" + second + "]";
  }
}
