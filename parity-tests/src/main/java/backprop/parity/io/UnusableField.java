package backprop.parity.io;

import backprop.parity.model.InvalidInput;
import backprop.parity.model.Quantity;
import java.util.Optional;

/**
 * A field of an answer that is there, but cannot be used.
 *
 * @param quantity empty for the cost
 * @param layer from 1; 0 for the cost
 * @param problem where it is, what was expected and what was found
 */
public record UnusableField(Optional<Quantity> quantity, int layer, InvalidInput problem) {
  static UnusableField ofCost(InvalidInput problem) {
    return new UnusableField(Optional.empty(), 0, problem);
  }

  static UnusableField of(Quantity quantity, int layer, InvalidInput problem) {
    return new UnusableField(Optional.of(quantity), layer, problem);
  }
}
