package backprop.parity.junit;

import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.terms.Derivation;
import backprop.parity.terms.LayoutNotation;
import backprop.parity.terms.NumberText;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.ComparedEntry;
import backprop.parity.verdict.Precision;
import org.opentest4j.AssertionFailedError;

/** Says whether gradients are right, as an assertion. */
public final class GradientAssertions {
  private GradientAssertions() {}

  /**
   * Every number of the answer is as near to the loops' as rounding in double precision explains.
   *
   * @throws AssertionFailedError that names the first entry which is not, and its terms
   */
  public static void assertGradientsAgree(Case question, Result answer) {
    assertGradientsAgree(question, answer, Precision.DOUBLE);
  }

  /**
   * Every number of the answer is as near to the loops' as rounding in that precision explains.
   *
   * @throws AssertionFailedError that names the first entry which is not, and its terms
   * @throws IllegalArgumentException if the answer does not have the shapes of the case
   */
  public static void assertGradientsAgree(Case question, Result answer, Precision precision) {
    Result loops = new LoopsSource().answer(question);
    CaseComparison comparison = new CaseComparison(question, loops, answer, precision);
    if (comparison.entries() == 0) {
      throw new AssertionFailedError(question.name() + ": the answer holds nothing to compare");
    }
    if (!comparison.agrees()) {
      throw failure(question, loops, comparison.firstDivergence().orElseThrow());
    }
  }

  private static AssertionFailedError failure(Case question, Result loops, ComparedEntry entry) {

    return new AssertionFailedError(
        "%s: step %d: %s: expected %s, found %s (%s times the rounding bound); should be %s"
            .formatted(
                question.name(),
                entry.step(),
                entry.name(),
                NumberText.full(entry.expected()),
                NumberText.full(entry.actual()),
                NumberText.brief(entry.boundRatio()),
                Derivation.of(question, loops, entry.entry())
                    .in(new LayoutNotation(entry.layout()))),
        entry.expected(),
        entry.actual());
  }
}
