package backprop.parity.training.descent;

import backprop.loops.Layer;
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
  /** Compares two networks of the same shape. */
  public static BitParity of(Network left, Network right) {
    Count count = new Count();
    for (int l = 1; l <= left.depth(); l++) {
      Layer leftLayer = left.layer(l);
      Layer rightLayer = right.layer(l);
      double[][] leftWeights = leftLayer.weights();
      double[][] rightWeights = rightLayer.weights();
      for (int j = 0; j < leftWeights.length; j++) {
        for (int i = 0; i < leftWeights[j].length; i++) {
          String entry = "weights[%d][%d][%d]";
          count.add(leftWeights[j][i], rightWeights[j][i], entry, l, j, i);
        }
      }
      double[] leftBiases = leftLayer.biases();
      double[] rightBiases = rightLayer.biases();
      for (int j = 0; j < leftBiases.length; j++) {
        count.add(leftBiases[j], rightBiases[j], "biases[%d][%d]", l, j);
      }
    }
    return new BitParity(count.identical, count.compared, count.firstDifference);
  }

  /** Whether all have. */
  public boolean holds() {
    return identical == compared;
  }

  /** The count while it is made. */
  private static final class Count {
    private long identical;
    private long compared;
    private Optional<String> firstDifference = Optional.empty();

    void add(double left, double right, String entry, Object... place) {
      compared++;
      if (Bits.identical(left, right)) {
        identical++;
      } else if (firstDifference.isEmpty()) {
        String difference = "%s: %s against %s";
        firstDifference =
            Optional.of(
                difference.formatted(entry.formatted(place), Bits.text(left), Bits.text(right)));
      }
    }
  }
}
