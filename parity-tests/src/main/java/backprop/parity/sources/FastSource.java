package backprop.parity.sources;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.fast.Workspace;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The textbook's sums in the textbook's order, arranged for the machine. */
public final class FastSource implements GradientSource {
  private final int threads;

  /** On the caller's thread alone. */
  public FastSource() {
    this(1);
  }

  /** With that many threads, which share out rows but never split a sum. */
  public FastSource(int threads) {
    this.threads = threads;
  }

  @Override
  public String name() {
    return "fast";
  }

  @Override
  public Result answer(Case question) {
    try (Workspace workspace = new Workspace(question.network(), question.samples(), threads)) {
      return answer(question, workspace);
    }
  }

  /** The answer in a workspace that was made for that network or one of the same shape. */
  public static Result answer(Case question, Workspace workspace) {
    workspace.load(question.network());
    workspace.compute(Rows.transpose(question.inputs()), Rows.transpose(question.targets()));
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (int l = 1; l <= question.network().depth(); l++) {
      Map<Quantity, double[][]> layer = new EnumMap<>(Quantity.class);
      layer.put(Quantity.PRE_ACTIVATIONS, Rows.transpose(workspace.preActivations(l)));
      layer.put(Quantity.ACTIVATIONS, Rows.transpose(workspace.activations(l)));
      layer.put(Quantity.DELTAS, Rows.transpose(workspace.delta(l)));
      layer.put(Quantity.BIAS_GRADIENTS, Rows.column(workspace.biasGradients(l)));
      layer.put(Quantity.WEIGHT_GRADIENTS, workspace.weightGradients(l));
      layers.add(layer);
    }
    double[][] firstDelta = layers.get(0).get(Quantity.DELTAS);
    layers.get(0).put(Quantity.INPUT_GRADIENTS, LoopsSource.inputGradients(question, firstDelta));
    if (question.learningRate().isPresent()) {
      workspace.update(question.learningRate().getAsDouble());
      Network updated = workspace.network();
      for (int l = 1; l <= updated.depth(); l++) {
        Layer layer = updated.layer(l);
        layers.get(l - 1).put(Quantity.UPDATED_WEIGHTS, layer.weights());
        layers.get(l - 1).put(Quantity.UPDATED_BIASES, Rows.column(layer.biases()));
      }
    }
    return new Result(question, workspace.cost(), layers);
  }
}
