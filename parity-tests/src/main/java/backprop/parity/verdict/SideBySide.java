package backprop.parity.verdict;

import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import java.util.Optional;

/**
 * Goes through two answers to the same case entry by entry, in the order in which the steps are
 * computed, forward and back again: the first difference is where the two parted.
 *
 * <p>What one of the answers leaves out is passed over.
 */
public final class SideBySide {
  /** Is shown every entry that both answers give. */
  public interface Visitor {
    void visit(Entry entry, double expected, double actual);
  }

  private final Result expected;
  private final Result actual;
  private final Visitor visitor;
  private final int depth;

  private SideBySide(Result expected, Result actual, Visitor visitor) {
    this.expected = expected;
    this.actual = actual;
    this.visitor = visitor;
    this.depth = expected.depth();
  }

  /**
   * Shows all entries to the visitor.
   *
   * @throws IllegalArgumentException if the answers do not have the same shapes
   */
  public static void visit(Result expected, Result actual, Visitor visitor) {
    if (actual.depth() != expected.depth()) {
      throw new IllegalArgumentException(
          "expected %d layers, found %d".formatted(expected.depth(), actual.depth()));
    }
    new SideBySide(expected, actual, visitor).visitAll();
  }

  private void visitAll() {
    for (int l = 1; l <= depth; l++) {
      visit(Quantity.PRE_ACTIVATIONS, l);
      visit(Quantity.ACTIVATIONS, l);
    }
    if (expected.cost().isPresent() && actual.cost().isPresent()) {
      Entry cost = Entry.cost(depth);
      visitor.visit(cost, expected.cost().getAsDouble(), actual.cost().getAsDouble());
    }
    for (int l = depth; l >= 1; l--) {
      visit(Quantity.DELTAS, l);
      visit(Quantity.BIAS_GRADIENTS, l);
      visit(Quantity.WEIGHT_GRADIENTS, l);
    }
    visit(Quantity.INPUT_GRADIENTS, 1);
    for (int l = 1; l <= depth; l++) {
      visit(Quantity.UPDATED_WEIGHTS, l);
      visit(Quantity.UPDATED_BIASES, l);
    }
  }

  private void visit(Quantity quantity, int l) {
    Optional<double[][]> expectedValues = expected.values(quantity, l);
    Optional<double[][]> actualValues = actual.values(quantity, l);
    if (expectedValues.isEmpty() || actualValues.isEmpty()) {
      return;
    }
    double[][] left = expectedValues.get();
    double[][] right = actualValues.get();
    String name = "%s[%d]".formatted(quantity.fieldName(), l);
    requireSameLength(name, "rows", left.length, right.length);
    for (int j = 0; j < left.length; j++) {
      requireSameLength(name, "entries in row " + j, left[j].length, right[j].length);
      for (int second = 0; second < left[j].length; second++) {
        visitor.visit(Entry.of(quantity, l, j, second), left[j][second], right[j][second]);
      }
    }
  }

  private static void requireSameLength(String name, String what, int expected, int actual) {
    if (expected != actual) {
      throw new IllegalArgumentException(
          "%s: expected %d %s, found %d".formatted(name, expected, what, actual));
    }
  }
}
