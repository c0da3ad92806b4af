package backprop.parity.verdict;

import backprop.parity.model.Bits;
import backprop.parity.model.Entry;

/**
 * One entry whose bits are not the expected ones.
 *
 * @param step from 1 to 8
 */
public record BitDifference(int step, Entry entry, double expected, double actual) {

  /** One line with the place and both values, in decimal and in bits. */
  @Override
  public String toString() {
    return "step %d, layer %d, %s: expected %s, found %s"
        .formatted(step, entry.layer(), entry.name(), Bits.text(expected), Bits.text(actual));
  }
}
