package backprop.parity.sources;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.fast.Workspace;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;

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
    Result.Builder result = Result.to(question);
    for (int l = 1; l <= question.network().depth(); l++) {
      result.put(Quantity.PRE_ACTIVATIONS, l, Rows.transpose(workspace.preActivations(l)));
      result.put(Quantity.ACTIVATIONS, l, Rows.transpose(workspace.activations(l)));
      result.put(Quantity.DELTAS, l, Rows.transpose(workspace.delta(l)));
      result.put(Quantity.BIAS_GRADIENTS, l, Rows.column(workspace.biasGradients(l)));
      result.put(Quantity.WEIGHT_GRADIENTS, l, workspace.weightGradients(l));
    }
    double[][] firstDelta = Rows.transpose(workspace.delta(1));
    result.put(Quantity.INPUT_GRADIENTS, 1, LoopsSource.inputGradients(question, firstDelta));
    if (question.learningRate().isPresent()) {
      workspace.update(question.learningRate().getAsDouble());
      Network updated = workspace.network();
      for (int l = 1; l <= updated.depth(); l++) {
        Layer layer = updated.layer(l);
        result.put(Quantity.UPDATED_WEIGHTS, l, layer.weights());
        result.put(Quantity.UPDATED_BIASES, l, Rows.column(layer.biases()));
      }
    }
    return result.cost(workspace.cost()).build();
  }
}
