package backprop.parity.diagnosis;

import backprop.parity.diagnosis.mistakes.FaultyLoops;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.model.Case;
import backprop.parity.model.Layout;
import backprop.parity.model.SampleLayout;
import backprop.parity.terms.SlotRule;
import backprop.parity.terms.Slots;
import backprop.parity.verdict.CaseComparison;
import java.util.List;
import java.util.Optional;

/** Step 7 with its factors in the other order, in the words of the case's layout. */
final class SwappedFactors {
  private static final FaultyLoops SWAPPED =
      new FaultyLoops(FaultyProgram.with(Mistake.HIDDEN_DELTA_TRANSPOSED));

  private SwappedFactors() {}

  /** The pattern, if it explains every number of all of these cases. */
  static Optional<FaultPattern> of(List<CaseComparison> wrong) {
    if (!wrong.stream().allMatch(SwappedFactors::explain)) {
      return Optional.empty();
    }
    String text = "the product of step 7 transposed in every hidden layer";
    return Optional.of(new FaultPattern(text, sentence(wrong.get(0).question())));
  }

  private static boolean explain(CaseComparison comparison) {
    Case question = comparison.question();
    return SWAPPED.applies(question)
        && new BoundMatch(comparison.precision())
            .matches(question, SWAPPED.answer(question), comparison.given());
  }

  /** Such as {@code F·Δᵀ is the transpose of Δ·Fᵀ}, with samples in rows, as answers have them. */
  private static String sentence(Case question) {
    Layout layout = new Layout(SampleLayout.ROWS, question.weightLayout());
    SlotRule rule =
        SlotRule.of(
            Slots.perSample("P", "propagated", "j", layout),
            Slots.perWeight("F", "forwardWeights", "k", "j", layout),
            Slots.perSample("Δ", "forwardDelta", "k", layout));
    String swapped =
        factor(rule.right().symbol(), !rule.transposesRight())
            + "·"
            + factor(rule.left().symbol(), !rule.transposesLeft());
    String right =
        factor(rule.left().symbol(), rule.transposesLeft())
            + "·"
            + factor(rule.right().symbol(), rule.transposesRight());
    String sentence =
        "The factors of step 7 stand in the other order: with a row per sample, %s is the"
            + " transpose of %s.";
    return sentence.formatted(swapped, right);
  }

  private static String factor(String symbol, boolean transposed) {
    return symbol + (transposed ? "ᵀ" : "");
  }
}
