package backprop.parity.diagnosis;

import backprop.parity.model.Quantity;
import backprop.parity.terms.NumberText;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.SideBySide;
import java.util.List;
import java.util.Optional;

/** By what all of a last layer's gradients of one kind are off, if it is one factor. */
final class StepFactor {
  private static final double SAME = 1e-9;

  private StepFactor() {}

  /** Such as {@code 3 times the right ones}; empty if there is no such factor. */
  static Optional<String> words(List<CaseComparison> wrong, Quantity quantity) {
    double[] factor = {Double.NaN};
    boolean[] constant = {true};
    for (CaseComparison one : wrong) {
      SideBySide.visit(
          one.expected(),
          one.actual(),
          (entry, expected, actual) -> {
            if (entry.is(quantity) && entry.layer() == one.depth() && expected != 0.0) {
              double ratio = actual / expected;
              factor[0] = Double.isNaN(factor[0]) ? ratio : factor[0];
              constant[0] &= StrictMath.abs(ratio - factor[0]) <= SAME * StrictMath.abs(ratio);
            }
          });
    }
    boolean known = constant[0] && !Double.isNaN(factor[0]);
    return known
        ? Optional.of(NumberText.rounded(factor[0], 6) + " times the right ones")
        : Optional.empty();
  }
}
