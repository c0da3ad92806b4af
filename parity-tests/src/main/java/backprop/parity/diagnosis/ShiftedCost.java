package backprop.parity.diagnosis;

import backprop.parity.terms.NumberText;
import backprop.parity.verdict.CaseComparison;
import java.util.List;
import java.util.Optional;

/**
 * Right gradients beside a cost that is off by the same constant in every case.
 *
 * @param constant that is added to the right cost
 */
record ShiftedCost(double constant) {
  private static final double SAME = 1e-9;

  /** Of one case alone nobody can tell whether what is added is constant. */
  static Optional<ShiftedCost> of(List<CaseComparison> wrong) {
    ShiftedCost shifted = new ShiftedCost(difference(wrong.get(0)));
    return wrong.size() > 1 && wrong.stream().allMatch(shifted::explains)
        ? Optional.of(shifted)
        : Optional.empty();
  }

  private static double difference(CaseComparison comparison) {
    return comparison.actual().cost().orElse(Double.NaN)
        - comparison.expected().cost().orElse(Double.NaN);
  }

  private boolean explains(CaseComparison comparison) {
    double off = StrictMath.abs(difference(comparison) - constant);
    return WrongBlocks.isOnlyCost(comparison) && off <= SAME * StrictMath.abs(constant);
  }

  FaultPattern pattern() {
    return new FaultPattern(
        "all gradients right, every cost is more by " + NumberText.brief(constant),
        "That is no mistake in the gradients: a constant in the cost has none.");
  }
}
