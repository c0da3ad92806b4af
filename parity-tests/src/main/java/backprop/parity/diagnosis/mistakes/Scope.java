package backprop.parity.diagnosis.mistakes;

import backprop.loops.Activation;
import backprop.loops.Layer;
import backprop.loops.Network;
import java.util.Locale;
import java.util.Optional;

/** In which layers, or of which parameters, a mistake is made; a faulty program seldom has it in all. */
public enum Scope {
  EVERYWHERE("in every layer"),
  LAST_LAYER("in the last layer"),
  HIDDEN_LAYERS("in hidden layers"),
  FIRST_LAYER("in the first layer"),
  LAST_HIDDEN_LAYER("in the last hidden layer"),
  ALL_BUT_THE_FIRST("in every layer but the first"),
  SQUARE_LAYERS("in square layers"),
  WEIGHTS("of the weights only"),
  BIASES("of the biases only"),
  SIGMOID(Activation.SIGMOID),
  TANH(Activation.TANH),
  RELU(Activation.RELU),
  LEAKY_RELU(Activation.LEAKY_RELU),
  HIDDEN_SIGMOID(Activation.SIGMOID, "in hidden layers with sigmoid"),
  HIDDEN_TANH(Activation.TANH, "in hidden layers with tanh"),
  HIDDEN_RELU(Activation.RELU, "in hidden layers with relu"),
  HIDDEN_LEAKY_RELU(Activation.LEAKY_RELU, "in hidden layers with leaky relu");

  private final Optional<Activation> activation;
  private final String words;

  Scope(String words) {
    this.activation = Optional.empty();
    this.words = words;
  }

  Scope(Activation activation) {
    this(
        activation,
        "in layers with " + activation.name().toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  Scope(Activation activation, String words) {
    this.activation = Optional.of(activation);
    this.words = words;
  }

  /** Whether layer l, counted from 1, is one of them. */
  public boolean holds(Network network, int l) {
    int depth = network.depth();
    Layer layer = network.layer(l);
    boolean hidden = l < depth;
    return switch (this) {
      case EVERYWHERE, WEIGHTS, BIASES -> true;
      case LAST_LAYER -> !hidden;
      case HIDDEN_LAYERS -> hidden;
      case FIRST_LAYER -> l == 1;
      case LAST_HIDDEN_LAYER -> l == depth - 1;
      case ALL_BUT_THE_FIRST -> l > 1;
      case SQUARE_LAYERS -> layer.inputs() == layer.outputs();
      case SIGMOID, TANH, RELU, LEAKY_RELU -> layer.activation() == activation.orElseThrow();
      default -> hidden && layer.activation() == activation.orElseThrow();
    };
  }

  /** Whether it holds one kind of parameter, in every layer. */
  boolean isOfParameters() {
    return this == WEIGHTS || this == BIASES;
  }

  /** Such as {@code in hidden layers with tanh}. */
  public String words() {
    return words;
  }
}
