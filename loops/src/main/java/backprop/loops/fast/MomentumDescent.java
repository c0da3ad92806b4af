package backprop.loops.fast;

import backprop.loops.optimisers.Momentum;
import backprop.loops.optimisers.Optimiser;

/** Step 8 along a velocity that is kept up to date in place. */
final class MomentumDescent implements Descent {
  private final FastLayer[] layers; // 1..L
  private final double learningRate;
  private final double momentum;
  private final ParameterRows velocity;

  MomentumDescent(Momentum start, FastLayer[] layers) {
    this.layers = layers;
    learningRate = start.learningRate();
    momentum = start.momentum();
    velocity = new ParameterRows(layers, start.velocity());
  }

  @Override
  public void begin() {
    // Nothing changes from step to step but the velocity.
  }

  @Override
  public void rows(int l, int from, int to) {
    FastLayer layer = layers[l];
    for (int j = from; j < to; j++) {
      row(layer.weights[j], layer.weightGradients[j], velocity.weights[l][j], 0, layer.inputs);
    }
    row(layer.biases, layer.biasGradients, velocity.biases[l], from, to);
  }

  /** One pass over all three; a loop of its own, so that it is turned into vector instructions. */
  private void row(double[] parameters, double[] gradients, double[] velocities, int from, int to) {
    double kept = momentum;
    double rate = learningRate;
    for (int i = from; i < to; i++) {
      double next = kept * velocities[i] + gradients[i];
      velocities[i] = next;
      parameters[i] = parameters[i] - rate * next;
    }
  }

  @Override
  public Optimiser optimiser() {
    return new Momentum(learningRate, momentum, velocity.copy());
  }
}
