package backprop.parity.diagnosis.mistakes;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.suites.RandomCases;
import java.util.ArrayList;
import java.util.List;

/**
 * A few small networks that between them reveal every mistake of the catalogue.
 *
 * <p>Their design matters more than their number: square layers for what transposes, widths that all
 * differ for what counts, several samples for what averages, one sample, an exact kink, an overflow, the tail of a sigmoid,
 * targets that do not sum to 1.
 */
public final class RevealingCases {
  private static final int SEED = 2026;

  /** Not one half: twice the gradient would look like no learning rate. */
  private static final double LEARNING_RATE = 0.3;

  private RevealingCases() {}

  /** All of them, every one with step 8. */
  public static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    RandomCases random = new RandomCases(SEED);
    Activation sigmoid = Activation.SIGMOID;
    Activation tanh = Activation.TANH;
    Activation relu = Activation.RELU;
    Activation leaky = Activation.LEAKY_RELU;
    Objective shares = new Objective(Activation.SOFTMAX, Cost.CROSS_ENTROPY, Reduction.MEAN);
    Objective binary = new Objective(sigmoid, Cost.BINARY_CROSS_ENTROPY, Reduction.MEAN);
    Objective half = new Objective(sigmoid, Cost.HALF_SQUARED_ERROR, Reduction.MEAN);

    cases.add(random.next("square", widths(2, 2, 2, 2), 6, List.of(sigmoid, sigmoid), shares));
    cases.add(random.next("narrow", widths(1, 2, 1), 6, List.of(relu), half));
    Objective jacobian = new Objective(Activation.SOFTMAX, Cost.SQUARED_ERROR, Reduction.MEAN);
    cases.add(random.next("one-sample", widths(2, 2, 2), 1, List.of(tanh), jacobian));
    cases.add(atTheKink());
    cases.add(random.next("all-different", widths(4, 5, 3, 2), 7, List.of(tanh, leaky), binary));
    Objective elements = new Objective(tanh, Cost.SQUARED_ERROR, Reduction.ELEMENT_MEAN);
    cases.add(random.next("wide-hidden", widths(2, 4, 3), 5, List.of(sigmoid), elements));
    Objective sum = new Objective(sigmoid, Cost.HALF_SQUARED_ERROR, Reduction.SUM);
    cases.add(random.next("as-many-samples", widths(3, 3, 3), 3, List.of(leaky), sum));
    Objective line = new Objective(Activation.IDENTITY, Cost.SQUARED_ERROR, Reduction.MEAN);
    cases.add(random.next("line", widths(1, 1), 4, List.of(), line));
    cases.add(overflowing());
    cases.add(uneven());
    cases.add(inTheTail());
    return cases.stream().map(each -> RandomCases.withLearningRate(each, LEARNING_RATE)).toList();
  }

  /** Whole numbers, so that some pre-activations of relu are exactly 0. */
  private static Case atTheKink() {
    Layer hidden =
        new Layer(
            Activation.RELU,
            new double[][] {{1.0, -1.0}, {2.0, 1.0}, {-1.0, 2.0}},
            new double[] {0.0, -1.0, 1.0});
    Layer output =
        new Layer(
            Activation.RELU,
            new double[][] {{1.0, 2.0, -1.0}, {-2.0, 1.0, 1.0}},
            new double[] {-2.0, -0.5});
    Network network = new Network(List.of(hidden, output), Cost.HALF_SQUARED_ERROR, Reduction.MEAN);
    double[][] inputs = {{1.0, 2.0}, {1.0, -3.0}};
    double[][] targets = {{2.0, -1.0}, {1.0, 3.0}};
    return new Case("at-the-kink", network, inputs, targets);
  }

  /** Pre-activations of 800 and more, whose exponentials are infinite. */
  private static Case overflowing() {
    Layer hidden =
        new Layer(
            Activation.IDENTITY, new double[][] {{2.0, 0.5}, {0.5, 2.0}}, new double[] {0.25, 0.5});
    Layer output =
        new Layer(
            Activation.SOFTMAX,
            new double[][] {{400.0, 400.0}, {399.75, 400.25}, {400.25, 399.75}},
            new double[] {1.0, 0.0, 0.5});
    Network network = new Network(List.of(hidden, output), Cost.CROSS_ENTROPY, Reduction.MEAN);
    double[][] inputs = {{1.0, 1.5}, {1.0, 1.0}};
    double[][] targets = {{1.0, 0.0}, {0.0, 0.0}, {0.0, 1.0}};
    return new Case("overflowing", network, inputs, targets);
  }

  /** Targets that sum to less than 1, to more, and to 1. */
  private static Case uneven() {
    Layer hidden =
        new Layer(
            Activation.SIGMOID, new double[][] {{1.0, -0.5}, {0.25, 1.5}}, new double[] {0.5, 0.0});
    Layer output =
        new Layer(
            Activation.SOFTMAX,
            new double[][] {{0.5, -0.25}, {-1.0, 0.75}, {0.25, 1.5}},
            new double[] {0.125, -0.5, 0.25});
    Network network = new Network(List.of(hidden, output), Cost.CROSS_ENTROPY, Reduction.MEAN);
    double[][] inputs = {{0.75, -1.25, 0.5}, {-0.5, 1.0, 2.0}};
    double[][] targets = {{0.5, 1.0, 0.25}, {0.25, 0.5, 0.25}, {0.0, 0.25, 0.5}};
    return new Case("uneven", network, inputs, targets);
  }

  /** Pre-activations of about -34, of which a sigmoid makes 10⁻¹⁵, and nothing larger to hide it. */
  private static Case inTheTail() {
    double[] biases = {-34.0, -33.5};
    Layer hidden = new Layer(Activation.SIGMOID, new double[2][2], biases);
    double[][] weights = {{0.5, -0.25}, {0.75, 1.0}};
    Layer output = new Layer(Activation.SIGMOID, weights, biases);
    Network network =
        new Network(List.of(hidden, output), Cost.BINARY_CROSS_ENTROPY, Reduction.SUM);
    return new Case("in-the-tail", network, new double[][] {{1.0}, {-0.5}}, new double[2][1]);
  }

  private static int[] widths(int... widths) {
    return widths;
  }
}
