package backprop.parity.oracle;

import backprop.parity.cases.Quantity;
import backprop.parity.cases.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Two answers to the same case, compared bit by bit: never by {@code ==}, never by a tolerance.
 *
 * <p>Goes through the steps in the order in which they are computed, forward and back again, so the
 * first difference is where the two parted. What one of the answers leaves out is not compared.
 */
public final class BitComparison {
  private static final int COST_STEP = 3;

  private final SortedMap<Integer, StepCount> counts = new TreeMap<>();
  private final int depth;
  private BitDifference firstDifference;

  private BitComparison(int depth) {
    this.depth = depth;
  }

  /**
   * Compares every entry that both answers give.
   *
   * @throws IllegalArgumentException if the answers do not have the same shapes
   */
  public static BitComparison of(Result expected, Result actual) {
    int depth = expected.depth();
    if (actual.depth() != depth) {
      throw new IllegalArgumentException(
          "expected %d layers, found %d".formatted(depth, actual.depth()));
    }
    BitComparison comparison = new BitComparison(depth);
    for (int l = 1; l <= depth; l++) {
      comparison.compare(Quantity.PRE_ACTIVATIONS, l, expected, actual);
      comparison.compare(Quantity.ACTIVATIONS, l, expected, actual);
    }
    if (expected.cost().isPresent() && actual.cost().isPresent()) {
      double cost = expected.cost().getAsDouble();
      comparison.count(COST_STEP, depth, "cost", cost, actual.cost().getAsDouble());
    }
    for (int l = depth; l >= 1; l--) {
      comparison.compare(Quantity.DELTAS, l, expected, actual);
      comparison.compare(Quantity.BIAS_GRADIENTS, l, expected, actual);
      comparison.compare(Quantity.WEIGHT_GRADIENTS, l, expected, actual);
    }
    for (int l = 1; l <= depth; l++) {
      comparison.compare(Quantity.UPDATED_WEIGHTS, l, expected, actual);
      comparison.compare(Quantity.UPDATED_BIASES, l, expected, actual);
    }
    return comparison;
  }

  private void compare(Quantity quantity, int l, Result expected, Result actual) {
    Optional<double[][]> expectedValues = expected.values(quantity, l);
    Optional<double[][]> actualValues = actual.values(quantity, l);
    if (expectedValues.isEmpty() || actualValues.isEmpty()) {
      return;
    }
    double[][] left = expectedValues.get();
    double[][] right = actualValues.get();
    String name = "%s[%d]".formatted(quantity.fieldName(), l);
    requireSameLength(name, "rows", left.length, right.length);
    int step = quantity.step(l, depth);
    for (int j = 0; j < left.length; j++) {
      requireSameLength(name, "entries in row " + j, left[j].length, right[j].length);
      for (int second = 0; second < left[j].length; second++) {
        String entry = quantity.entryName(l, j, second);
        count(step, l, entry, left[j][second], right[j][second]);
      }
    }
  }

  private static void requireSameLength(String name, String what, int expected, int actual) {
    if (expected != actual) {
      throw new IllegalArgumentException(
          "%s: expected %d %s, found %d".formatted(name, expected, what, actual));
    }
  }

  private void count(int step, int layer, String entry, double expected, double actual) {
    boolean identical = Bits.identical(expected, actual);
    if (!identical && firstDifference == null) {
      firstDifference = new BitDifference(step, layer, entry, expected, actual);
    }
    counts.merge(
        step,
        new StepCount(step, identical ? 1 : 0, 1),
        (sum, one) ->
            new StepCount(step, sum.identical() + one.identical(), sum.total() + one.total()));
  }

  /** The counts of every step that was compared, in ascending order. */
  public List<StepCount> steps() {
    return new ArrayList<>(counts.values());
  }

  /** How many entries were compared. */
  public int total() {
    return counts.values().stream().mapToInt(StepCount::total).sum();
  }

  /** How many of them have the same bits. */
  public int identical() {
    return counts.values().stream().mapToInt(StepCount::identical).sum();
  }

  /** Where the two answers parted, if they did. */
  public Optional<BitDifference> firstDifference() {
    return Optional.ofNullable(firstDifference);
  }
}
