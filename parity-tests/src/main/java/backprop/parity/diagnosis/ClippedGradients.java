package backprop.parity.diagnosis;

import backprop.parity.terms.NumberText;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.SideBySide;
import java.util.List;
import java.util.Optional;

/**
 * Gradients that are right up to a size, and of that size where they should be larger.
 *
 * @param size beyond which there is nothing
 */
record ClippedGradients(double size) {

  /** Of one or two numbers nobody can tell whether something cut them off. */
  private static final int FEWEST = 3;

  static Optional<ClippedGradients> of(List<CaseComparison> wrong) {
    double[] largest = {0.0};
    for (CaseComparison one : wrong) {
      SideBySide.visit(
          one.expected(),
          one.actual(),
          (entry, expected, actual) -> {
            if (entry.isGradient()) {
              largest[0] = StrictMath.max(largest[0], StrictMath.abs(actual));
            }
          });
    }
    ClippedGradients clipped = new ClippedGradients(largest[0]);
    return largest[0] > 0.0
            && wrong.stream().allMatch(clipped::explains)
            && wrong.stream().mapToInt(clipped::count).sum() >= FEWEST
        ? Optional.of(clipped)
        : Optional.empty();
  }

  private boolean explains(CaseComparison comparison) {
    boolean[] explains = {WrongBlocks.hasWrongGradients(comparison)};
    SideBySide.visit(
        comparison.expected(),
        comparison.actual(),
        (entry, expected, actual) -> {
          if (entry.isGradient() && !comparison.allowance(entry).agrees(actual, expected)) {
            boolean beyond = StrictMath.abs(expected) > size;
            explains[0] &= beyond && actual == StrictMath.copySign(size, expected);
          }
        });
    return explains[0];
  }

  /** How many of a case have that size. */
  private int count(CaseComparison comparison) {
    int[] count = {0};
    SideBySide.visit(
        comparison.expected(),
        comparison.actual(),
        (entry, expected, actual) ->
            count[0] += entry.isGradient() && StrictMath.abs(actual) == size ? 1 : 0);
    return count[0];
  }

  FaultPattern pattern() {
    return new FaultPattern(
        "no gradient is larger than " + NumberText.brief(size) + ": they are clipped",
        "The others are right. Clipping changes the gradient: check without it.");
  }
}
