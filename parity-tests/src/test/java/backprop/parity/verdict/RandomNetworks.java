package backprop.parity.verdict;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.WeightLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Small random cases: the number decides everything, so every failure can be repeated. */
final class RandomNetworks {
  /** How the weights are chosen. */
  enum Temper {
    /** Pre-activations around 1: correct but careless programs agree too. */
    MILD,
    /** Pre-activations in the hundreds in one layer: tanh and sigmoid saturate. */
    SATURATED,
    /** Every input comes twice, with weights that nearly cancel. */
    CANCELLING,
    /** Weights from 2⁻³⁰ to 2³. */
    UNEVEN
  }

  private static final Activation[] HIDDEN = {
    Activation.IDENTITY, Activation.SIGMOID, Activation.TANH, Activation.RELU, Activation.LEAKY_RELU
  };

  private final RandomGenerator random;
  private final Temper temper;

  private RandomNetworks(int number, Temper temper) {
    this.random = new SplittableRandom(number);
    this.temper = temper;
  }

  /** The case with that number; 36 in a row go through every output, cost and reduction. */
  static Case random(int number, Temper temper) {
    return new RandomNetworks(number, temper).random(number);
  }

  /**
   * A case in which every product and sum is exact: few quarters, straight lines, a batch of 1, 2, 4
   * or 8. Every correct program gives the same bits.
   */
  static Case exactLane(int number) {
    RandomGenerator random = new SplittableRandom(number);
    int depth = random.nextInt(1, 4);
    int[] widths = random.ints(depth + 1, 1, 5).toArray();
    int samples = 1 << random.nextInt(0, 4);
    List<Layer> layers = new ArrayList<>();
    for (int l = 1; l <= depth; l++) {
      Activation activation = random.nextBoolean() ? Activation.RELU : Activation.IDENTITY;
      double[][] weights = quarters(random, widths[l], widths[l - 1]);
      layers.add(new Layer(activation, weights, quarters(random, 1, widths[l])[0]));
    }
    Cost cost = random.nextBoolean() ? Cost.SQUARED_ERROR : Cost.HALF_SQUARED_ERROR;
    Reduction reduction = random.nextBoolean() ? Reduction.SUM : Reduction.MEAN;
    return new Case(
        "exact lane %d".formatted(number),
        new Network(layers, cost, reduction),
        quarters(random, widths[0], samples),
        quarters(random, widths[depth], samples),
        OptionalDouble.of(0.25),
        WeightLayout.OUTPUTS_BY_INPUTS);
  }

  private static double[][] quarters(RandomGenerator random, int rows, int columns) {
    double[][] quarters = new double[rows][columns];
    for (double[] row : quarters) {
      Arrays.setAll(row, s -> random.nextInt(-8, 9) / 4.0);
    }
    return quarters;
  }

  private Case random(int number) {
    List<Network> outputs = outputs();
    Network output = outputs.get(StrictMath.floorMod(number, outputs.size()));
    int depth = random.nextInt(1, 6);
    int[] widths = random.ints(depth + 1, 1, 5).toArray();
    // A softmax that is alone is always 1, whatever it receives.
    boolean softmax = output.layer(1).activation() == Activation.SOFTMAX;
    widths[depth] = softmax ? StrictMath.max(2, widths[depth]) : widths[depth];
    int samples = random.nextInt(1, 5);
    int saturated = temper == Temper.SATURATED ? random.nextInt(1, depth + 1) : 0;
    List<Layer> layers = new ArrayList<>();
    for (int l = 1; l <= depth; l++) {
      Activation hidden = HIDDEN[random.nextInt(HIDDEN.length)];
      Activation activation = l == depth ? output.layer(1).activation() : hidden;
      double[][] weights = weights(widths[l], widths[l - 1], l == saturated);
      layers.add(new Layer(activation, weights, biases(widths[l])));
    }
    Network network = new Network(layers, output.cost(), output.reduction());
    double[][] inputs = rows(widths[0], samples, 1.0);
    return new Case(
        "%s %d".formatted(temper, number),
        network,
        inputs,
        targets(network, widths[depth], samples),
        OptionalDouble.of(random.nextDouble(0.01, 1.0)),
        WeightLayout.OUTPUTS_BY_INPUTS);
  }

  /** Every output activation with every cost it may have and every reduction, as one-neuron nets. */
  private static List<Network> outputs() {
    List<Network> outputs = new ArrayList<>();
    for (Activation activation : Activation.values()) {
      boolean probabilities = activation == Activation.SIGMOID || activation == Activation.SOFTMAX;
      for (Cost cost : Cost.values()) {
        boolean logarithm = cost == Cost.CROSS_ENTROPY || cost == Cost.BINARY_CROSS_ENTROPY;
        for (Reduction reduction : Reduction.values()) {
          if (probabilities || !logarithm) {
            Layer layer = new Layer(activation, new double[1][1], new double[1]);
            outputs.add(new Network(List.of(layer), cost, reduction));
          }
        }
      }
    }
    return outputs;
  }

  private double[][] weights(int outputs, int inputs, boolean saturated) {
    double[][] weights = rows(outputs, inputs, saturated ? 300.0 : 1.0);
    for (double[] row : weights) {
      for (int i = 0; i < inputs; i++) {
        if (temper == Temper.UNEVEN) {
          row[i] = StrictMath.scalb(row[i], random.nextInt(-30, 4));
        }
        if (temper == Temper.CANCELLING && i % 2 == 1) {
          row[i] = -row[i - 1] * (1.0 + StrictMath.scalb(row[i], -40));
        }
      }
    }
    return weights;
  }

  private double[] biases(int outputs) {
    double largest = temper == Temper.CANCELLING ? 1e-9 : 1.0;
    return rows(1, outputs, largest)[0];
  }

  private double[][] targets(Network network, int outputs, int samples) {
    boolean logarithm =
        network.cost() == Cost.CROSS_ENTROPY || network.cost() == Cost.BINARY_CROSS_ENTROPY;
    double[][] targets = rows(outputs, samples, 1.0);
    if (!logarithm) {
      return targets;
    }
    boolean certain = random.nextBoolean();
    for (double[] row : targets) {
      Arrays.setAll(row, s -> certain ? StrictMath.rint(random.nextDouble()) : random.nextDouble());
    }
    return targets;
  }

  private double[][] rows(int rows, int columns, double largest) {
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      Arrays.setAll(row, s -> random.nextDouble(-largest, largest));
    }
    return values;
  }
}
