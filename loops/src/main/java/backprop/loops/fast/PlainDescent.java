package backprop.loops.fast;

import backprop.loops.optimisers.Optimiser;
import backprop.loops.optimisers.Plain;

/** Step 8 as it is. */
final class PlainDescent implements Descent {
  private final Plain plain;
  private final FastLayer[] layers; // 1..L

  PlainDescent(Plain plain, FastLayer[] layers) {
    this.plain = plain;
    this.layers = layers;
  }

  @Override
  public void begin() {
    // Nothing changes from step to step.
  }

  @Override
  public void rows(int l, int from, int to) {
    layers[l].update(plain.learningRate(), from, to);
  }

  @Override
  public Optimiser optimiser() {
    return plain;
  }
}
