package backprop.parity.cases;

import java.util.Optional;

/**
 * A field of an answer that is there, but cannot be used.
 *
 * @param quantity empty for the cost
 * @param layer from 1; 0 for the cost
 * @param problem where it is, what was expected and what was found
 */
public record Fault(Optional<Quantity> quantity, int layer, InvalidInput problem) {
  static Fault ofCost(InvalidInput problem) {
    return new Fault(Optional.empty(), 0, problem);
  }

  static Fault of(Quantity quantity, int layer, InvalidInput problem) {
    return new Fault(Optional.of(quantity), layer, problem);
  }
}
