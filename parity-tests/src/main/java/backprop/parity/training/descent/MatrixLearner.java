package backprop.parity.training.descent;

import backprop.matrix.BackwardPass;
import backprop.matrix.ForwardPass;
import backprop.matrix.ForwardTrace;
import backprop.matrix.Gradients;
import backprop.matrix.Layer;
import backprop.matrix.Network;
import backprop.matrix.optimisers.Optimiser;
import backprop.parity.model.Rows;
import backprop.parity.sources.MatrixSource;
import backprop.parity.sources.OptimiserTranslation;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** Learns with matrices and transposes. */
final class MatrixLearner implements Learner {
  private Network network;
  private Optimiser optimiser;

  MatrixLearner(backprop.loops.Network network, backprop.loops.optimisers.Optimiser optimiser) {
    this.network = MatrixSource.network(network);
    this.optimiser = OptimiserTranslation.matrix(optimiser);
  }

  @Override
  public String source() {
    return "matrix";
  }

  @Override
  public double[][] learn(double[][] inputs, double[][] targets) {
    RealMatrix targetColumns = columns(targets);
    ForwardTrace trace = ForwardPass.trace(network, columns(inputs), targetColumns);
    Gradients gradients = BackwardPass.gradients(network, trace, targetColumns);
    Optimiser.Step step = optimiser.next(network, gradients);
    network = step.network();
    optimiser = step.optimiser();
    return trace.activations(network.depth()).transpose().getData();
  }

  @Override
  public double[][] outputs(double[][] inputs, double[][] targets) {
    ForwardTrace trace = ForwardPass.trace(network, columns(inputs), columns(targets));
    return trace.activations(network.depth()).transpose().getData();
  }

  private static RealMatrix columns(double[][] rows) {
    return new Array2DRowRealMatrix(Rows.transpose(rows), false);
  }

  @Override
  public backprop.loops.Network network() {
    List<backprop.loops.Layer> layers = new ArrayList<>();
    for (Layer layer : network.layers()) {
      layers.add(
          new backprop.loops.Layer(
              backprop.loops.Activation.valueOf(layer.activation().name()),
              layer.weights().getData(),
              layer.biases().getColumn(0)));
    }
    return new backprop.loops.Network(
        layers,
        backprop.loops.Cost.valueOf(network.cost().name()),
        backprop.loops.Reduction.valueOf(network.reduction().name()));
  }

  @Override
  public backprop.loops.optimisers.Optimiser optimiser() {
    return OptimiserTranslation.loops(optimiser);
  }

  @Override
  public void close() {}
}
