package backprop.parity.suites;

import backprop.loops.Activation;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.model.Spelling;
import java.util.ArrayList;
import java.util.List;

/**
 * Ill-conditioned cases: saturated units, sums that cancel, large magnitudes.
 *
 * <p>A correct formula may still lose its accuracy here, as f·(1 - f) does where f is almost 1. What
 * the twins compute stays accurate, so they show what is possible.
 */
public final class StressSuite {
  private static final long SEED = 20260102;
  private static final double LARGE = 1e6;

  /** Adds to a weight what it takes to cancel, but for the last digits. */
  private static final double ALMOST_OPPOSITE = -1.0 + 0x1p-40;

  private static final List<ExtremeCases> EXTREMES =
      List.of(ExtremeCases.KINKS, ExtremeCases.SATURATED_AT_40, ExtremeCases.SATURATED_AT_1000);

  private StressSuite() {}

  /** All cases; no two have the same name. */
  public static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    RandomCases random = new RandomCases(SEED);
    for (Objective ending : Objective.all()) {
      if (ending.reduction() == Reduction.MEAN) {
        Activation output = ending.activation();
        Activation hidden = output == Activation.SOFTMAX ? Activation.TANH : output;
        EXTREMES.forEach(extreme -> cases.add(extreme.with(hidden, ending)));
        cases.add(cancelling(random, hidden, ending));
        cases.add(large(random, hidden, ending));
      }
    }
    return cases.stream().map(DefaultSuite::withUpdate).toList();
  }

  /** Every second input repeats the one before, with almost the opposite weight. */
  private static Case cancelling(RandomCases random, Activation hidden, Objective ending) {
    Case mild = mild(random, hidden, ending);
    double[][] inputs = mild.inputs();
    double[][] weights = mild.network().layer(1).weights();
    for (int i = 1; i < inputs.length; i += 2) {
      inputs[i] = inputs[i - 1].clone();
      for (double[] row : weights) {
        row[i] = ALMOST_OPPOSITE * row[i - 1];
      }
    }
    return changed(mild, "sums that cancel", weights, inputs);
  }

  /** Inputs of a million, with weights as much smaller. */
  private static Case large(RandomCases random, Activation hidden, Objective ending) {
    Case mild = mild(random, hidden, ending);
    double[][] inputs = mild.inputs();
    double[][] weights = mild.network().layer(1).weights();
    multiply(inputs, LARGE);
    multiply(weights, 1.0 / LARGE);
    return changed(mild, "inputs of a million", weights, inputs);
  }

  private static void multiply(double[][] rows, double factor) {
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = factor * row[i];
      }
    }
  }

  private static Case mild(RandomCases random, Activation hidden, Objective ending) {
    return random.next("mild", new int[] {6, 4, 3}, 5, List.of(hidden), ending);
  }

  private static Case changed(Case mild, String what, double[][] weights, double[][] inputs) {
    Network network = mild.network();
    Layer first = network.layer(1);
    List<Layer> layers = new ArrayList<>(network.layers());
    layers.set(0, new Layer(first.activation(), weights, first.biases()));
    Layer last = network.layer(network.depth());
    Objective ending = new Objective(last.activation(), network.cost(), network.reduction());
    String name = "%s with %s, %s".formatted(what, Spelling.of(first.activation()), ending);
    return new Case(
        name, new Network(layers, network.cost(), network.reduction()), inputs, mild.targets());
  }
}
