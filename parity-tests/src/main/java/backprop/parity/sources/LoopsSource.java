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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      Map<Quantity, double[][]> layer = new EnumMap<>(Quantity.class);
      layer.put(Quantity.PRE_ACTIVATIONS, trace.preActivations(l));
      layer.put(Quantity.ACTIVATIONS, trace.activations(l));
      layer.put(Quantity.DELTAS, gradients.delta(l));
      layer.put(Quantity.BIAS_GRADIENTS, Rows.column(gradients.biasGradients(l)));
      layer.put(Quantity.WEIGHT_GRADIENTS, gradients.weightGradients(l));
      layers.add(layer);
    }
    layers.get(0).put(Quantity.INPUT_GRADIENTS, inputGradients(question, gradients.delta(1)));
    if (question.learningRate().isPresent()) {
      double learningRate = question.learningRate().getAsDouble();
      Network updated = GradientDescent.updatedNetwork(network, gradients, learningRate);
      for (int l = 1; l <= network.depth(); l++) {
        Layer layer = updated.layer(l);
        layers.get(l - 1).put(Quantity.UPDATED_WEIGHTS, layer.weights());
        layers.get(l - 1).put(Quantity.UPDATED_BIASES, Rows.column(layer.biases()));
      }
    }
    return new Result(question, trace.cost(), layers);
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
