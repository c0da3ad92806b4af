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
import java.util.Comparator;
import java.util.List;

/** Every kind of network in one shape, filled with round numbers; the plainest kinds first. */
final class TinyCases {
  private static final double LEARNING_RATE = 0.25;
  private static final double TAIL_BIAS = -34.0;

  private static final List<Activation> HIDDEN =
      List.of(
          Activation.SIGMOID,
          Activation.RELU,
          Activation.TANH,
          Activation.LEAKY_RELU,
          Activation.IDENTITY);

  /** The squared errors first, without the ½ last; the mean first. */
  private static final List<Objective> ENDINGS =
      Objective.all().stream()
          .sorted(
              Comparator.comparing((Objective ending) -> ending.cost() != Cost.HALF_SQUARED_ERROR)
                  .thenComparing(ending -> ending.activation() != Activation.SIGMOID)
                  .thenComparing(ending -> ending.reduction() != Reduction.MEAN))
          .toList();

  /** What the numbers of a tiny network are like. */
  enum Filling {
    /** Round numbers of both signs. */
    MILD,
    /** Every pre-activation of the first layer exactly 0. */
    KINK,
    /** Pre-activations whose exponential is infinite. */
    HUGE,
    /** Pre-activations far below 0, where a sigmoid is small and not 0. */
    TAIL,
    /** Targets that sum to something other than 1. */
    UNEVEN
  }

  private TinyCases() {}

  /** All kinds in this shape, first without step 8, then with it. */
  static List<Case> of(int[] widths, int samples, Filling filling) {
    List<Activation> hidden = widths.length > 2 ? HIDDEN : List.of(Activation.IDENTITY);
    boolean severalOutputs = widths[widths.length - 1] > 1;
    List<Case> cases = new ArrayList<>();
    for (Objective ending : ENDINGS) {
      if (severalOutputs || ending.activation() != Activation.SOFTMAX) {
        for (Activation activation : hidden) {
          Case question = question(widths, samples, activation, ending, filling);
          cases.add(question);
          cases.add(RandomCases.withLearningRate(question, LEARNING_RATE));
        }
      }
    }
    return cases;
  }

  private static Case question(
      int[] widths, int samples, Activation hidden, Objective ending, Filling filling) {
    List<Layer> layers = new ArrayList<>();
    Cycle weights = new Cycle(0.5, -0.25, 0.75, 1.0, -0.5, 0.25, -1.0);
    Cycle biases = new Cycle(0.25, -0.5, 0.5, -0.25);
    Cycle inputs = new Cycle(1.0, 0.5, -1.0, 2.0, 1.5);
    for (int l = 1; l < widths.length; l++) {
      boolean last = l == widths.length - 1;
      double[][] layerWeights = weights.fill(widths[l], widths[l - 1]);
      double[] layerBiases = biases.fill(1, widths[l])[0];
      if (filling == Filling.KINK) {
        layerWeights = new Cycle(1.0).fill(widths[l], widths[l - 1]);
        layerBiases = new Cycle(-widths[l - 1]).fill(1, widths[l])[0];
      }
      if (filling == Filling.TAIL) {
        layerBiases = new Cycle(TAIL_BIAS).fill(1, widths[l])[0];
      }
      if (filling == Filling.HUGE) {
        layerWeights = new Cycle(1000.0, 999.0).fill(widths[l], widths[l - 1]);
      }
      layers.add(new Layer(last ? ending.activation() : hidden, layerWeights, layerBiases));
    }
    Network network = new Network(layers, ending.cost(), ending.reduction());
    boolean ones = filling == Filling.KINK || filling == Filling.HUGE;
    Cycle samplesFrom = ones ? new Cycle(1.0) : inputs;
    boolean classes = ending.cost().takesLogarithm() && filling != Filling.UNEVEN;
    double[][] targets = targets(classes, widths[widths.length - 1], samples);
    return new Case("smallest", network, samplesFrom.fill(widths[0], samples), targets);
  }

  /** For a logarithm each sample is of one class; otherwise any round numbers. */
  private static double[][] targets(boolean classes, int outputs, int samples) {
    if (!classes) {
      return new Cycle(1.0, 0.0, 0.25, 0.75, 0.5).fill(outputs, samples);
    }
    double[][] targets = new double[outputs][samples];
    for (int s = 0; s < samples; s++) {
      targets[s % outputs][s] = 1.0;
    }
    return targets;
  }

  /** A few numbers, over and over. */
  private static final class Cycle {
    private final double[] values;
    private int next;

    Cycle(double... values) {
      this.values = values;
    }

    double[][] fill(int rows, int columns) {
      double[][] filled = new double[rows][columns];
      for (double[] row : filled) {
        for (int i = 0; i < columns; i++) {
          row[i] = values[next % values.length];
          next++;
        }
      }
      return filled;
    }
  }
}
