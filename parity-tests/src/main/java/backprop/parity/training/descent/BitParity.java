package backprop.parity.training.descent;

import backprop.loops.Network;
import backprop.parity.model.Bits;
import java.util.Optional;

/**
 * Whether two networks have the same 64 bits in every weight and bias.
 *
 * @param identical how many have
 * @param compared how many there are
 * @param firstDifference the first that has not, such as {@code weights[2][0][1]}, and both numbers
 */
public record BitParity(long identical, long compared, Optional<String> firstDifference) {
  private static final BitParity NOTHING = new BitParity(0, 0, Optional.empty());

  /** Compares two networks of the same shape. */
  public static BitParity of(Network left, Network right) {
    BitParity parity = NOTHING;
    for (int l = 1; l <= left.depth(); l++) {
      double[][] weights = left.layer(l).weights();
      double[][] others = right.layer(l).weights();
      for (int j = 0; j < weights.length; j++) {
        parity = parity.and("weights[%d][%d]".formatted(l, j), weights[j], others[j]);
      }
      parity = parity.and("biases[" + l + "]", left.layer(l).biases(), right.layer(l).biases());
    }
    return parity;
  }

  private BitParity and(String place, double[] left, double[] right) {
    long same = 0;
    Optional<String> first = firstDifference;
    for (int i = 0; i < left.length; i++) {
      if (Bits.identical(left[i], right[i])) {
        same++;
      } else if (first.isEmpty()) {
        String difference = "%s[%d]: %s against %s";
        first =
            Optional.of(difference.formatted(place, i, Bits.text(left[i]), Bits.text(right[i])));
      }
    }
    return new BitParity(identical + same, compared + left.length, first);
  }

  /** Whether all have. */
  public boolean holds() {
    return identical == compared;
  }
}
