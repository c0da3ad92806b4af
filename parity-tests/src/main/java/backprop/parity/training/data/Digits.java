package backprop.parity.training.data;

import java.util.Arrays;
import java.util.List;

/**
 * 1,797 handwritten digits, each of 8 × 8 grey levels from 0 to 16. Immutable.
 *
 * <p>Source: Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak, UCI Machine
 * Learning Repository, 1998, doi 10.24432/C50P49, CC BY 4.0.
 */
public final class Digits {
  /** The width of one digit in pixels, and its height. */
  public static final int WIDTH = 8;

  /** The number of pixels of one digit, row by row. */
  public static final int PIXELS = WIDTH * WIDTH;

  /** The number of different digits. */
  public static final int LABELS = 10;

  private static final double LARGEST_GREY = 16.0;

  private final List<double[]> rows;

  private Digits(List<double[]> rows) {
    this.rows = rows;
  }

  /** The embedded data set. */
  public static Digits load() {
    return new Digits(NumberTable.read("digits.csv.gz"));
  }

  /** The number of digits. */
  public int size() {
    return rows.size();
  }

  /** Which digit it is, 0 to 9; the index counts from 0. */
  public int label(int index) {
    return (int) rows.get(index)[PIXELS];
  }

  /** A copy of its grey levels, scaled to 0 to 1. */
  public double[] pixels(int index) {
    return Arrays.stream(rows.get(index)).limit(PIXELS).map(grey -> grey / LARGEST_GREY).toArray();
  }

  /**
   * The pixels of a batch, 64 × samples.
   *
   * @param first index; after the last digit comes the first again
   */
  public double[][] inputs(int first, int samples) {
    double[][] inputs = new double[PIXELS][samples];
    for (int s = 0; s < samples; s++) {
      double[] pixels = pixels((first + s) % size());
      for (int i = 0; i < PIXELS; i++) {
        inputs[i][s] = pixels[i];
      }
    }
    return inputs;
  }

  /**
   * The labels of a batch, 10 × samples: 1 for the digit it is, 0 for the others.
   *
   * @param first index; after the last digit comes the first again
   */
  public double[][] targets(int first, int samples) {
    double[][] targets = new double[LABELS][samples];
    for (int s = 0; s < samples; s++) {
      targets[label((first + s) % size())][s] = 1.0;
    }
    return targets;
  }
}
