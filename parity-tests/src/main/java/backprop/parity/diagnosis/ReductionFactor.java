package backprop.parity.diagnosis;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.verdict.CaseComparison;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Right numbers that carry the factor of the reduction where they should not, or lack it. */
final class ReductionFactor {
  private static final FaultPattern IN_DELTAS =
      new FaultPattern(
          "all gradients right, deltas carry the factor of the reduction",
          "A convention, such as (a - t)/N: here deltas stand before the factor. Give them without"
              + " it, or leave them out of the answer.");
  private static final FaultPattern NOT_IN_INPUT_GRADIENTS =
      new FaultPattern(
          "the gradients of the inputs alone are wrong: they lack the factor of the reduction",
          "The factor, such as 1/N, belongs to them as to all gradients.");
  private static final FaultPattern TWICE_IN_INPUT_GRADIENTS =
      new FaultPattern(
          "the gradients of the inputs alone are wrong: they have the factor of the reduction twice",
          "Everything else that is given is right.");

  private ReductionFactor() {}

  /** The pattern, if it explains every wrong number of all of these cases. */
  static Optional<FaultPattern> of(List<CaseComparison> wrong) {
    if (explains(wrong, Quantity.DELTAS, ReductionFactor::factor)) {
      return Optional.of(IN_DELTAS);
    }
    if (explains(wrong, Quantity.INPUT_GRADIENTS, question -> 1.0 / factor(question))) {
      return Optional.of(NOT_IN_INPUT_GRADIENTS);
    }
    return explains(wrong, Quantity.INPUT_GRADIENTS, ReductionFactor::factor)
        ? Optional.of(TWICE_IN_INPUT_GRADIENTS)
        : Optional.empty();
  }

  private static boolean explains(
      List<CaseComparison> wrong, Quantity quantity, ToDoubleFunction<Case> factor) {
    ConstantFactor scale = new ConstantFactor("the factor of the reduction", factor);
    return wrong.stream()
        .allMatch(
            one -> WrongBlocks.isOnlyIn(one, EnumSet.of(quantity)) && scale.fits(one, quantity));
  }

  private static double factor(Case question) {
    return question.network().reduction().factor(question.samples(), question.targets().length);
  }
}
