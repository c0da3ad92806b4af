package backprop.loops.fast;

import backprop.loops.optimisers.Adam;
import backprop.loops.optimisers.Momentum;
import backprop.loops.optimisers.Optimiser;
import backprop.loops.optimisers.Plain;

/** An optimiser at work: step 8 in place, and what it remembers in place as well. */
interface Descent {
  /** Before the rows of a step: what is the same for all of them. */
  void begin();

  /** The weights and biases of some neurons j of layer l. */
  void rows(int l, int from, int to);

  /** The textbook's optimiser as it is now. */
  Optimiser optimiser();

  /** Lays out what the optimiser remembers. */
  static Descent of(Optimiser optimiser, FastLayer[] layers) {
    if (optimiser instanceof Momentum momentum) {
      return new MomentumDescent(momentum, layers);
    }
    if (optimiser instanceof Adam adam) {
      return new AdamDescent(adam, layers);
    }
    return new PlainDescent((Plain) optimiser, layers);
  }
}
