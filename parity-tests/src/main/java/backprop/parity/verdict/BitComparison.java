package backprop.parity.verdict;

import backprop.parity.model.Bits;
import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Two answers to the same case, compared bit by bit: never by {@code ==}, never by a tolerance.
 *
 * <p>Goes through the steps in the order in which they are computed, forward and back again, so the
 * first difference is where the two parted. What one of the answers leaves out is not compared, nor
 * the gradients of the inputs, on which nothing depends.
 */
public final class BitComparison {
  private final SortedMap<Integer, StepCount> counts = new TreeMap<>();
  private final int depth;
  private final Equality equality;
  private BitDifference firstDifference;

  private BitComparison(int depth, Equality equality) {
    this.depth = depth;
    this.equality = equality;
  }

  private interface Equality {
    boolean holds(double expected, double actual);
  }

  /**
   * Compares every entry that both answers give.
   *
   * @throws IllegalArgumentException if the answers do not have the same shapes
   */
  public static BitComparison of(Result expected, Result actual) {
    return of(expected, actual, Bits::identical);
  }

  /**
   * The same, but of a zero either sign will do.
   *
   * @throws IllegalArgumentException if the answers do not have the same shapes
   */
  public static BitComparison withEitherZero(Result expected, Result actual) {
    return of(expected, actual, Bits::agree);
  }

  private static BitComparison of(Result expected, Result actual, Equality equality) {
    BitComparison comparison = new BitComparison(expected.depth(), equality);
    SideBySide.visit(expected, actual, comparison::count);
    return comparison;
  }

  private void count(Entry entry, double expected, double actual) {
    if (entry.is(Quantity.INPUT_GRADIENTS)) {
      return;
    }
    int step = entry.step(depth);
    boolean identical = equality.holds(expected, actual);
    if (!identical && firstDifference == null) {
      firstDifference = new BitDifference(step, entry, expected, actual);
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
