package backprop.parity.sources;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.GradientDescent;
import backprop.loops.Gradients;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;

/** The textbook loops: the reference that every other source is compared with. */
public final class LoopsSource implements GradientSource {
  @Override
  public String name() {
    return "loops";
  }

  @Override
  public Result answer(Case question) {
    Network network = question.network();
    double[][] targets = question.targets();
    ForwardTrace trace = ForwardPass.trace(network, question.inputs(), targets);
    Gradients gradients = BackwardPass.gradients(network, trace, targets);
    Result.Builder result = Result.to(question);
    for (int l = 1; l <= network.depth(); l++) {
      result.put(Quantity.PRE_ACTIVATIONS, l, trace.preActivations(l));
      result.put(Quantity.ACTIVATIONS, l, trace.activations(l));
      result.put(Quantity.DELTAS, l, gradients.delta(l));
      result.put(Quantity.BIAS_GRADIENTS, l, Rows.column(gradients.biasGradients(l)));
      result.put(Quantity.WEIGHT_GRADIENTS, l, gradients.weightGradients(l));
    }
    result.put(Quantity.INPUT_GRADIENTS, 1, inputGradients(question, gradients.delta(1)));
    if (question.learningRate().isPresent()) {
      double learningRate = question.learningRate().getAsDouble();
      Network updated = GradientDescent.updatedNetwork(network, gradients, learningRate);
      for (int l = 1; l <= network.depth(); l++) {
        Layer layer = updated.layer(l);
        result.put(Quantity.UPDATED_WEIGHTS, l, layer.weights());
        result.put(Quantity.UPDATED_BIASES, l, Rows.column(layer.biases()));
      }
    }
    return result.cost(trace.cost()).build();
  }

  /** Step 7 once more: as if the inputs were a layer with identity as f. */
  static double[][] inputGradients(Case question, double[][] firstDelta) {
    double[][] inputs = question.inputs();
    double[][] weights = question.network().layer(1).weights();
    double[][] inputGradients =
        BackwardPass.hiddenDelta(weights, firstDelta, Activation.IDENTITY, inputs);
    double factor =
        question.network().reduction().factor(question.samples(), question.targets().length);
    for (double[] row : inputGradients) {
      for (int s = 0; s < row.length; s++) {
        row[s] = row[s] * factor;
      }
    }
    return inputGradients;
  }
}
