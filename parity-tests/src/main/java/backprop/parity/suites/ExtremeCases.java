package backprop.parity.suites;

import backprop.loops.Activation;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Handmade questions at the edges of floating point, where shortcuts give themselves away.
 *
 * <p>Each is a network of two layers, 3-4-2, with five samples, filled by going round and round a
 * short list of values. What correct programs other than the twins give here may well differ.
 */
public enum ExtremeCases {
  /** Small whole numbers whose sums cancel: many pre-activations are exactly 0. */
  KINKS(List.of(1.0, -1.0, 0.0, 2.0, -2.0), List.of(0.0, -0.0), List.of(1.0, 1.0, 2.0)),
  /** Each sample has one input, 1, so that z is a weight. The sigmoid of 40 rounds to 1. */
  SATURATED_AT_40(
      List.of(40.0, -40.0, 40.0, -40.0, -40.0),
      List.of(0.0),
      List.of(1.0, 0.0, 0.0, 0.0, 0.0, 0.0)),
  /** Pre-activations whose exponential overflows. */
  SATURATED_AT_1000(
      List.of(1000.0, -1000.0, 1000.0, -1000.0, -1000.0),
      List.of(0.0),
      List.of(1.0, 0.0, 0.0, 0.0, 0.0, 0.0)),
  /** Zeros of both signs among the weights, the biases and the inputs. */
  NEGATIVE_ZEROS(
      List.of(-0.0, 1.5, 0.0, -0.75, -0.0), List.of(-0.0, 0.0, -0.0), List.of(-0.0, 0.5, 0.0)),
  /** From 1e-300 to 1e300: products underflow and overflow, sums lose all but one term. */
  TINY_TO_HUGE(
      List.of(1e-300, -1e300, 1e-150, 1.0, -1e150, 1e-5, 3e7),
      List.of(1e-300, -1e300, 1.0),
      List.of(1e300, 1e-300, -1e-150, -7.0, 1e150, 0.1, 1e-8, -1e20)),
  /** So small that every product is subnormal or 0. */
  SUBNORMAL(
      List.of(Double.MIN_VALUE, -1e-310, 0.5, Double.MIN_NORMAL),
      List.of(-Double.MIN_VALUE, 1e-309),
      List.of(0.3, 1e-308, -Double.MIN_VALUE)),
  /** So large that sums become infinite, and infinities cancel to NaN. */
  OVERFLOW(
      List.of(1e308, 1.7e308, -1e308, -1.7e308, 1.0),
      List.of(1e308, -1e308),
      List.of(1.0, 2.0, 3e5));

  private static final int[] WIDTHS = {3, 4, 2};
  private static final int SAMPLES = 5;
  private static final double LEARNING_RATE = 0.1;

  private final List<Double> weights;
  private final List<Double> biases;
  private final List<Double> inputs;

  ExtremeCases(List<Double> weights, List<Double> biases, List<Double> inputs) {
    this.weights = weights;
    this.biases = biases;
    this.inputs = inputs;
  }

  /** The extreme with every hidden activation and every ending. */
  public List<Case> all() {
    List<Case> cases = new ArrayList<>();
    for (Activation hidden : Activation.values()) {
      if (hidden != Activation.SOFTMAX) {
        Objective.all().forEach(ending -> cases.add(with(hidden, ending)));
      }
    }
    return cases;
  }

  /** The extreme with one hidden activation and one ending. */
  public Case with(Activation hidden, Objective ending) {
    List<Layer> layers =
        List.of(
            new Layer(hidden, fill(weights, WIDTHS[1], WIDTHS[0]), fill(biases, 1, WIDTHS[1])[0]),
            new Layer(
                ending.activation(),
                fill(weights, WIDTHS[2], WIDTHS[1]),
                fill(biases, 1, WIDTHS[2])[0]));
    Network network = new Network(layers, ending.cost(), ending.reduction());
    List<Double> targets = ending.cost().takesLogarithm() ? List.of(1.0, 0.0, 0.25) : inputs;
    String name = "%s with %s, %s".formatted(name(), hidden, ending).toLowerCase(Locale.ROOT);
    Case question =
        new Case(
            name.replace('_', '-'),
            network,
            fill(inputs, WIDTHS[0], SAMPLES),
            fill(targets, WIDTHS[2], SAMPLES));
    return RandomCases.withLearningRate(question, LEARNING_RATE);
  }

  private static double[][] fill(List<Double> values, int rows, int columns) {
    double[][] filled = new double[rows][columns];
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        filled[j][i] = values.get((j * columns + i) % values.size());
      }
    }
    return filled;
  }
}
