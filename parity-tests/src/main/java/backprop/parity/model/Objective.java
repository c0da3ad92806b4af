package backprop.parity.model;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a network ends: what its last layer makes of z, and how that is compared with the targets.
 *
 * @param activation of the last layer
 * @param cost of one output
 * @param reduction from the costs of a batch to one number
 */
public record Objective(Activation activation, Cost cost, Reduction reduction) {

  /** Every ending that {@link Network} accepts. */
  public static List<Objective> all() {
    List<Objective> endings = new ArrayList<>();
    for (Activation activation : Activation.values()) {
      for (Cost cost : Cost.values()) {
        for (Reduction reduction : Reduction.values()) {
          Objective ending = new Objective(activation, cost, reduction);
          if (ending.isAccepted()) {
            endings.add(ending);
          }
        }
      }
    }
    return List.copyOf(endings);
  }

  /** Asks the network itself, so that its rule is written down only once. */
  public boolean isAccepted() {
    Layer layer = new Layer(activation, new double[][] {{1.0}}, new double[] {0.0});
    try {
      new Network(List.of(layer), cost, reduction);
      return true;
    } catch (IllegalArgumentException undefinedCost) {
      return false;
    }
  }

  /** Such as {@code sigmoid, half-squared-error, mean}: the words of the case files. */
  @Override
  public String toString() {
    String names = "%s, %s, %s".formatted(activation, cost, reduction);
    return names.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
