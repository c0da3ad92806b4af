package backprop.parity.model;

import java.util.Optional;

/**
 * Where one number of a result stands.
 *
 * @param step from 1 to 8
 * @param layer from 1; the cost counts as the last layer's
 * @param quantity empty for the cost
 * @param neuron j, from 0
 * @param second i or s, from 0; 0 for one number per neuron
 */
public record Place(int step, int layer, Optional<Quantity> quantity, int neuron, int second) {

  /** Its name in files and messages, such as {@code weightGradients[2][0][1]}, or {@code cost}. */
  public String entry() {
    return quantity.map(known -> known.entryName(layer, neuron, second)).orElse("cost");
  }
}
