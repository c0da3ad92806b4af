package backprop.parity.training.descent;

import backprop.loops.Network;
import backprop.loops.fast.Workspace;
import backprop.loops.optimisers.Optimiser;

/** Learns with the fast loops, in memory that is laid out once. */
final class FastLearner implements Learner {
  private final int depth;
  private final Workspace workspace;

  FastLearner(Network network, Optimiser optimiser, int largestBatch, int threads) {
    this.depth = network.depth();
    this.workspace = new Workspace(network, largestBatch, threads);
    workspace.load(optimiser);
  }

  @Override
  public String source() {
    return "fast";
  }

  @Override
  public double[][] learn(double[][] inputs, double[][] targets) {
    double[][] outputs = outputs(inputs, targets);
    workspace.update();
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
  public Optimiser optimiser() {
    return workspace.optimiser();
  }

  @Override
  public void close() {
    workspace.close();
  }
}
