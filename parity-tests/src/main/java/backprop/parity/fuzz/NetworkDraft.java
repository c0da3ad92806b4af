package backprop.parity.fuzz;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Rows;
import backprop.parity.model.WeightLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** A case that can be changed; samples are rows here, so that dropping one is dropping a row. */
final class NetworkDraft {
  /** A layer that can be changed. */
  static final class LayerDraft {
    Activation activation;
    double[][] weights;
    double[] biases;
    final boolean hasBiases;

    LayerDraft(Activation activation, double[][] weights, double[] biases, boolean hasBiases) {
      this.activation = activation;
      this.weights = weights;
      this.biases = biases;
      this.hasBiases = hasBiases;
    }
  }

  private final String name;

  /** Whether the targets of each sample had the sum 1. */
  private final boolean shares;

  private final int outputs;
  final List<LayerDraft> layers = new ArrayList<>();
  Cost cost;
  Reduction reduction;
  double[][] inputs;
  double[][] targets;
  OptionalDouble learningRate;

  NetworkDraft(Case question) {
    name = question.name();
    cost = question.network().cost();
    reduction = question.network().reduction();
    inputs = Rows.transpose(question.inputs());
    targets = Rows.transpose(question.targets());
    shares = Arrays.stream(targets).allMatch(NetworkDraft::isWhole);
    outputs = targets[0].length;
    learningRate = question.learningRate();
    for (int l = 1; l <= question.network().depth(); l++) {
      Layer layer = question.network().layer(l);
      boolean hasBiases = question.hasBiases(l);
      layers.add(new LayerDraft(layer.activation(), layer.weights(), layer.biases(), hasBiases));
    }
  }

  /** The case as it is now; empty if the language has no such case. */
  Optional<Case> toCase() {
    if (!targetsAreInTheDomain() || !targetsKeepTheirSum()) {
      return Optional.empty();
    }
    try {
      List<Layer> whole = new ArrayList<>();
      Set<Integer> withoutBiases = new HashSet<>();
      for (LayerDraft layer : layers) {
        if (!layer.hasBiases) {
          withoutBiases.add(whole.size() + 1);
        }
        whole.add(new Layer(layer.activation, layer.weights, layer.biases));
      }
      return Optional.of(
          new Case(
              name,
              new Network(whole, cost, reduction),
              Rows.transpose(inputs),
              Rows.transpose(targets),
              learningRate,
              WeightLayout.OUTPUTS_BY_INPUTS,
              withoutBiases));
    } catch (IllegalArgumentException undefinedCost) {
      return Optional.empty();
    }
  }

  /**
   * Whether the shares of each sample still have the sum 1, without which a right program that uses
   * it would be accused. Shares that were rounded, or have lost one, become one-hot.
   */
  private boolean targetsKeepTheirSum() {
    if (!shares || cost != Cost.CROSS_ENTROPY) {
      return true;
    }
    for (double[] row : targets) {
      if (!isWhole(row)) {
        boolean fraction = Arrays.stream(row).anyMatch(target -> target != StrictMath.rint(target));
        if (row.length == outputs && !fraction) {
          return false;
        }
        makeOneHot(row);
      }
    }
    return true;
  }

  private static boolean isWhole(double[] shares) {
    double sum = Arrays.stream(shares).sum();
    return StrictMath.abs(sum - 1.0) <= shares.length * StrictMath.ulp(1.0);
  }

  private static void makeOneHot(double[] row) {
    int largest = 0;
    for (int j = 1; j < row.length; j++) {
      largest = row[j] > row[largest] ? j : largest;
    }
    Arrays.fill(row, 0.0);
    row[largest] = 1.0;
  }

  private boolean targetsAreInTheDomain() {
    if (!cost.takesLogarithm()) {
      return true;
    }
    for (double[] row : targets) {
      for (double target : row) {
        if (target < 0.0 || target > 1.0) {
          return false;
        }
      }
    }
    return true;
  }
}
