package backprop.parity.training.data;

import java.util.List;

/**
 * Average weight and height of American women aged 30 to 39, 15 rows.
 *
 * <p>Source: The World Almanac and Book of Facts, 1975.
 *
 * @param weights in pounds
 * @param heights in inches
 */
public record Women(double[] weights, double[] heights) {

  /** Copies both, so a later write cannot reach in. */
  public Women {
    weights = weights.clone();
    heights = heights.clone();
  }

  /** The embedded data set. */
  public static Women load() {
    List<double[]> rows = NumberTable.read("women.csv");
    double[] weights = rows.stream().mapToDouble(row -> row[0]).toArray();
    double[] heights = rows.stream().mapToDouble(row -> row[1]).toArray();
    return new Women(weights, heights);
  }

  /** A copy of the weights, in pounds. */
  @Override
  public double[] weights() {
    return weights.clone();
  }

  /** A copy of the heights, in inches. */
  @Override
  public double[] heights() {
    return heights.clone();
  }

  /** The number of rows. */
  public int size() {
    return weights.length;
  }
}
