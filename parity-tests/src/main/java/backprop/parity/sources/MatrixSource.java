package backprop.parity.sources;

import backprop.matrix.Activation;
import backprop.matrix.BackwardPass;
import backprop.matrix.Cost;
import backprop.matrix.ForwardPass;
import backprop.matrix.ForwardTrace;
import backprop.matrix.GradientDescent;
import backprop.matrix.Gradients;
import backprop.matrix.Layer;
import backprop.matrix.Network;
import backprop.matrix.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** The matrix twin. */
public final class MatrixSource implements GradientSource {
  @Override
  public String name() {
    return "matrix";
  }

  @Override
  public Result answer(Case question) {
    Network network = network(question.network());
    RealMatrix targets = matrix(question.targets());
    ForwardTrace trace = ForwardPass.trace(network, matrix(question.inputs()), targets);
    Gradients gradients = BackwardPass.gradients(network, trace, targets);
    Result.Builder result = Result.to(question);
    for (int l = 1; l <= network.depth(); l++) {
      result.put(Quantity.PRE_ACTIVATIONS, l, trace.preActivations(l).getData());
      result.put(Quantity.ACTIVATIONS, l, trace.activations(l).getData());
      result.put(Quantity.DELTAS, l, gradients.delta(l).getData());
      result.put(Quantity.BIAS_GRADIENTS, l, gradients.biasGradients(l).getData());
      result.put(Quantity.WEIGHT_GRADIENTS, l, gradients.weightGradients(l).getData());
    }
    result.put(Quantity.INPUT_GRADIENTS, 1, inputGradients(network, trace, gradients));
    if (question.learningRate().isPresent()) {
      double learningRate = question.learningRate().getAsDouble();
      Network updated = GradientDescent.updatedNetwork(network, gradients, learningRate);
      for (int l = 1; l <= network.depth(); l++) {
        Layer layer = updated.layer(l);
        result.put(Quantity.UPDATED_WEIGHTS, l, layer.weights().getData());
        result.put(Quantity.UPDATED_BIASES, l, layer.biases().getData());
      }
    }
    return result.cost(trace.cost()).build();
  }

  /** Step 7 once more: as if the inputs were a layer with identity as f. */
  private static double[][] inputGradients(
      Network network, ForwardTrace trace, Gradients gradients) {
    RealMatrix inputs = trace.activations(0);
    RealMatrix weights = network.layer(1).weights();
    int outputs = network.layer(network.depth()).outputs();
    double factor = network.reduction().factor(inputs.getColumnDimension(), outputs);
    return BackwardPass.hiddenDelta(weights, gradients.delta(1), Activation.IDENTITY, inputs)
        .scalarMultiply(factor)
        .getData();
  }

  /** The same network in the matrix twin's types; the names of the constants are the same. */
  public static Network network(backprop.loops.Network network) {
    List<Layer> layers = new ArrayList<>();
    for (backprop.loops.Layer layer : network.layers()) {
      layers.add(
          new Layer(
              Activation.valueOf(layer.activation().name()),
              matrix(layer.weights()),
              matrix(Rows.column(layer.biases()))));
    }
    Cost cost = Cost.valueOf(network.cost().name());
    return new Network(layers, cost, Reduction.valueOf(network.reduction().name()));
  }

  private static RealMatrix matrix(double[][] rows) {
    return new Array2DRowRealMatrix(rows);
  }
}
