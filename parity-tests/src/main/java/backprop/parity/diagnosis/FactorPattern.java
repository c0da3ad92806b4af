package backprop.parity.diagnosis;

import backprop.parity.verdict.CaseComparison;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** One factor between all gradients of every case and the right ones. */
final class FactorPattern {
  private static final int MOST_NAMED = 3;

  private FactorPattern() {}

  /** A convention, a factor of the batch and the outputs, or one number. */
  static Optional<FaultPattern> of(List<CaseComparison> wrong) {
    return convention(wrong)
        .or(
            () ->
                names(wrong, CaseComparison::depth)
                    .or(() -> number(wrong))
                    .map(
                        names ->
                            new FaultPattern(
                                text(names),
                                WrongBlocks.areOnlyUpdates(wrong)
                                    ? FaultPattern.ONLY_UPDATES
                                    : "")));
  }

  private static String text(String names) {
    return "all gradients are " + names + " times the right ones";
  }

  private static Optional<FaultPattern> convention(List<CaseComparison> wrong) {
    return Convention.explaining(wrong)
        .map(
            convention ->
                new FaultPattern(
                    names(wrong, CaseComparison::depth)
                        .map(FactorPattern::text)
                        .orElse("all gradients are those of " + convention),
                    "Everything agrees if the cases are read as "
                        + convention
                        + ": a convention, and a mistake only if the other one was meant."));
  }

  /**
   * All factors that explain every case; N and C are told apart only where they differ.
   *
   * @param lastLayer of each case up to which the gradients are looked at
   */
  static Optional<String> names(
      List<CaseComparison> wrong, ToIntFunction<CaseComparison> lastLayer) {
    return names(ConstantFactor.simple(), wrong, lastLayer)
        .or(() -> names(ConstantFactor.twofold(), wrong, lastLayer));
  }

  private static Optional<String> names(
      List<ConstantFactor> factors,
      List<CaseComparison> wrong,
      ToIntFunction<CaseComparison> lastLayer) {
    return factors.stream()
        .filter(
            factor -> wrong.stream().allMatch(one -> factor.fits(one, lastLayer.applyAsInt(one))))
        .limit(MOST_NAMED)
        .map(ConstantFactor::name)
        .reduce((first, second) -> first + " or " + second);
  }

  /** A single case is explained by a number too easily. */
  private static Optional<String> number(List<CaseComparison> wrong) {
    ConstantFactor factor = ConstantFactor.measured(wrong.get(0));
    boolean fits =
        wrong.stream()
            .allMatch(one -> WrongBlocks.hasWrongGradients(one) && factor.fits(one, one.depth()));
    return wrong.size() > 1 && fits ? Optional.of(factor.name()) : Optional.empty();
  }
}
