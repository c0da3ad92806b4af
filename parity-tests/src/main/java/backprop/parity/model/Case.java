package backprop.parity.model;

import backprop.loops.Layer;
import backprop.loops.Network;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One question to any implementation: this network, these samples, what are the gradients?
 * Immutable.
 *
 * <p>The loops twin's {@link Network} is the vocabulary; every other source translates from it.
 *
 * @param name what messages call it
 * @param network weights outputs × inputs
 * @param inputs inputs × samples; files write a row per sample instead
 * @param targets outputs × samples; files write a row per sample instead
 * @param learningRate if step 8 is asked for too
 * @param weightLayout how files write the weights and their gradients
 * @param withoutBiases the layers, counted from 1, that have none: in the network theirs are zeros,
 *     which change no sum, and no answer speaks of them
 */
public record Case(
    String name,
    Network network,
    double[][] inputs,
    double[][] targets,
    OptionalDouble learningRate,
    WeightLayout weightLayout,
    Set<Integer> withoutBiases) {

  /**
   * Copies inputs and targets, so a later write cannot reach in.
   *
   * @throws IllegalArgumentException if a bias that a layer does not have is not 0
   */
  public Case {
    inputs = Rows.copy(inputs);
    targets = Rows.copy(targets);
    withoutBiases = Set.copyOf(withoutBiases);
    for (int l : withoutBiases) {
      if (Arrays.stream(network.layer(l).biases()).anyMatch(bias -> bias != 0.0)) {
        throw new IllegalArgumentException(
            "layer " + l + " has no biases, expected zeros for them");
      }
    }
  }

  /** A case in which every layer has biases. */
  public Case(
      String name,
      Network network,
      double[][] inputs,
      double[][] targets,
      OptionalDouble learningRate,
      WeightLayout weightLayout) {
    this(name, network, inputs, targets, learningRate, weightLayout, Set.of());
  }

  /** A case in the usual layout that asks for the gradients alone. */
  public Case(String name, Network network, double[][] inputs, double[][] targets) {
    this(name, network, inputs, targets, OptionalDouble.empty(), WeightLayout.OUTPUTS_BY_INPUTS);
  }

  /** A copy of the inputs, inputs × samples. */
  @Override
  public double[][] inputs() {
    return Rows.copy(inputs);
  }

  /** A copy of the targets, outputs × samples. */
  @Override
  public double[][] targets() {
    return Rows.copy(targets);
  }

  /** Whether layer l, counted from 1, has biases. */
  public boolean hasBiases(int l) {
    return !withoutBiases.contains(l);
  }

  /** The same question to a network whose layers have no biases. */
  public Case withoutBiasesAnywhere() {
    List<Layer> layers =
        network.layers().stream()
            .map(
                layer ->
                    new Layer(layer.activation(), layer.weights(), new double[layer.outputs()]))
            .toList();
    Network without = new Network(layers, network.cost(), network.reduction());
    Set<Integer> all =
        IntStream.rangeClosed(1, network.depth()).boxed().collect(Collectors.toSet());
    return new Case(name, without, inputs, targets, learningRate, weightLayout, all);
  }

  /** The same question with step 8. */
  public Case withLearningRate(double rate) {
    return withLearningRate(OptionalDouble.of(rate));
  }

  /** The same question without step 8. */
  public Case withoutLearningRate() {
    return withLearningRate(OptionalDouble.empty());
  }

  private Case withLearningRate(OptionalDouble rate) {
    return new Case(name, network, inputs, targets, rate, weightLayout, withoutBiases);
  }

  /** N, the number of samples. */
  public int samples() {
    return inputs[0].length;
  }
}
