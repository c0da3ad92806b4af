package backprop.parity.train;

import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.GradientDescent;
import backprop.loops.Gradients;
import backprop.loops.Network;
import backprop.parity.cases.Rows;

/** Learns with the textbook loops. */
final class LoopsLearner implements Learner {
  private final double learningRate;
  private Network network;

  LoopsLearner(Network network, double learningRate) {
    this.network = network;
    this.learningRate = learningRate;
  }

  @Override
  public String source() {
    return "loops";
  }

  @Override
  public double[][] learn(double[][] inputs, double[][] targets) {
    double[][] targetColumns = Rows.transpose(targets);
    ForwardTrace trace = ForwardPass.trace(network, Rows.transpose(inputs), targetColumns);
    Gradients gradients = BackwardPass.gradients(network, trace, targetColumns);
    network = GradientDescent.updatedNetwork(network, gradients, learningRate);
    return Rows.transpose(trace.activations(network.depth()));
  }

  @Override
  public double[][] outputs(double[][] inputs, double[][] targets) {
    ForwardTrace trace =
        ForwardPass.trace(network, Rows.transpose(inputs), Rows.transpose(targets));
    return Rows.transpose(trace.activations(network.depth()));
  }

  @Override
  public Network network() {
    return network;
  }

  @Override
  public void close() {}
}
