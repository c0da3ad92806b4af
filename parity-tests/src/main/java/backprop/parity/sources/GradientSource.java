package backprop.parity.sources;

import backprop.parity.model.Case;
import backprop.parity.model.Result;

/** Anything that answers a case with gradients. Everything else compares two of them. */
public interface GradientSource {
  /** What messages call it, such as {@code loops}. */
  String name();

  /** The gradients of one case, and whatever other steps this source can show. */
  Result answer(Case question);
}
