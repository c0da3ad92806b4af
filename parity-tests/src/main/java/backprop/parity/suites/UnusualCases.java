package backprop.parity.suites;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import java.util.List;

/**
 * Cases that a program gets wrong if it takes for granted what most data have: targets that sum to
 * 1, errors and pre-activations of moderate size, no number that is exactly 0.
 *
 * <p>They are mild all the same: every right formula agrees on them, careless or not.
 */
final class UnusualCases {
  private static final double[][] WEIGHTS = {{0.5, -0.25}, {-1.0, 0.75}, {0.25, 1.5}};
  private static final double[] BIASES = {0.125, -0.5, 0.25};

  private UnusualCases() {}

  static List<Case> cases() {
    return List.of(targetsOfAnySum(), errorsBeyond100(), identityAtZero(), sigmoidInItsTail());
  }

  /** The delta of softmax with cross-entropy is a·Σt - t, which is a - t only where Σt is 1. */
  private static Case targetsOfAnySum() {
    Layer output = new Layer(Activation.SOFTMAX, WEIGHTS, BIASES);
    Network network = new Network(List.of(output), Cost.CROSS_ENTROPY, Reduction.MEAN);
    double[][] inputs = {{0.75, -1.25, 0.5, 1.0}, {-0.5, 1.0, 2.0, 0.25}};
    double[][] targets = {{0.5, 0.0, 1.0, 0.25}, {0.25, 0.5, 1.0, 0.25}, {0.0, 0.25, 0.0, 0.5}};
    return new Case("targets-of-any-sum", network, inputs, targets);
  }

  /** Nothing is clipped at a round number. */
  private static Case errorsBeyond100() {
    Layer output = new Layer(Activation.IDENTITY, WEIGHTS, BIASES);
    Network network = new Network(List.of(output), Cost.HALF_SQUARED_ERROR, Reduction.SUM);
    double[][] inputs = {{1.3}, {-0.7}};
    double[][] targets = {{250.0}, {-1250.0}, {3.0}};
    return new Case("errors-beyond-100", network, inputs, targets);
  }

  /** The slope of the identity is 1 at 0, too. */
  private static Case identityAtZero() {
    double[][] weights = {{1.0, -1.0}, {0.5, 0.25}, {-0.5, 1.0}};
    Layer hidden = new Layer(Activation.IDENTITY, weights, new double[] {0.0, 0.25, -0.125});
    double[][] outputWeights = {{0.5, 1.0, -0.75}, {1.25, -0.5, 0.25}};
    Layer output = new Layer(Activation.IDENTITY, outputWeights, new double[] {0.125, -0.25});
    Network network = new Network(List.of(hidden, output), Cost.HALF_SQUARED_ERROR, Reduction.MEAN);
    double[][] inputs = {{1.0, 0.3}, {1.0, -0.7}};
    double[][] targets = {{1.0, -2.0}, {0.0, 1.5}};
    return new Case("identity-at-zero", network, inputs, targets);
  }

  /** Between -40 and -30 a sigmoid is small, not 0, and so is its slope. */
  private static Case sigmoidInItsTail() {
    double[][] weights = {{-16.0, -18.5}, {-17.0, -15.5}, {1.0, -0.5}};
    Layer hidden = new Layer(Activation.SIGMOID, weights, new double[] {0.5, -0.25, 0.0});
    double[][] outputWeights = {{0.5, -1.0, -36.0}, {1.5, 0.25, 0.75}};
    Layer output = new Layer(Activation.SIGMOID, outputWeights, new double[] {-10.0, 0.5});
    Network network = new Network(List.of(hidden, output), Cost.HALF_SQUARED_ERROR, Reduction.SUM);
    return new Case(
        "sigmoid-in-its-tail",
        network,
        new double[][] {{1.0}, {1.0}},
        new double[][] {{1.0}, {0.0}});
  }
}
