package backprop.parity.training.descent;

import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.Gradients;
import backprop.loops.Network;
import backprop.loops.optimisers.Optimiser;
import backprop.parity.model.Rows;

/** Learns with the textbook loops. */
final class LoopsLearner implements Learner {
  private Network network;
  private Optimiser optimiser;

  LoopsLearner(Network network, Optimiser optimiser) {
    this.network = network;
    this.optimiser = optimiser;
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
    Optimiser.Step step = optimiser.next(network, gradients);
    network = step.network();
    optimiser = step.optimiser();
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
  public Optimiser optimiser() {
    return optimiser;
  }

  @Override
  public void close() {}
}
