package backprop.parity.train;

import backprop.loops.Network;
import backprop.loops.fast.Workspace;

/** Learns with the fast loops, in memory that is laid out once. */
final class FastLearner implements Learner {
  private final int depth;
  private final double learningRate;
  private final Workspace workspace;

  FastLearner(Network network, double learningRate, int largestBatch, int threads) {
    this.depth = network.depth();
    this.learningRate = learningRate;
    this.workspace = new Workspace(network, largestBatch, threads);
  }

  @Override
  public String source() {
    return "fast";
  }

  @Override
  public double[][] learn(double[][] inputs, double[][] targets) {
    double[][] outputs = outputs(inputs, targets);
    workspace.update(learningRate);
    return outputs;
  }

  @Override
  public double[][] outputs(double[][] inputs, double[][] targets) {
    workspace.compute(inputs, targets);
    return workspace.activations(depth);
  }

  @Override
  public Network network() {
    return workspace.network();
  }

  @Override
  public void close() {
    workspace.close();
  }
}
