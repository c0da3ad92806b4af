package backprop.parity.verdict;

import backprop.parity.model.Bits;

/**
 * One entry whose bits are not the expected ones.
 *
 * @param step from 1 to 8
 * @param layer from 1; the cost counts as the last layer's
 * @param entry its name, such as {@code weightGradients[2][0][1]}
 */
public record BitDifference(int step, int layer, String entry, double expected, double actual) {

  /** One line with the place and both values, in decimal and in bits. */
  @Override
  public String toString() {
    return "step %d, layer %d, %s: expected %s, found %s"
        .formatted(step, layer, entry, Bits.text(expected), Bits.text(actual));
  }
}
