package backprop.parity.truth;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A case again, with layers that have no biases. */
public final class WithoutBiases {
  private WithoutBiases() {}

  /** The same case, in which these layers, counted from 1, have none. */
  public static Case in(Case question, Set<Integer> layers) {
    Network network = question.network();
    List<Layer> changed = new ArrayList<>(network.layers());
    for (int l : layers) {
      Layer layer = network.layer(l);
      changed.set(
          l - 1, new Layer(layer.activation(), layer.weights(), new double[layer.outputs()]));
    }
    return new Case(
        question.name(),
        new Network(changed, network.cost(), network.reduction()),
        question.inputs(),
        question.targets(),
        question.learningRate(),
        question.weightLayout(),
        layers);
  }
}
