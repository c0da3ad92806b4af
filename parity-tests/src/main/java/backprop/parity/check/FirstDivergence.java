package backprop.parity.check;

import backprop.parity.diagnosis.MissingTranspose;
import backprop.parity.diagnosis.slips.SlipSearch;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.terms.Derivation;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.ComparedEntry;
import backprop.parity.verdict.Verdict.Divergence;
import java.util.List;
import java.util.Optional;

/** The first wrong number: what it should be made of, and how it may have come about. */
public final class FirstDivergence {
  private FirstDivergence() {}

  /**
   * Of the first of these cases.
   *
   * @param wrong cases with a wrong number: what is said of one must hold for all
   */
  public static Optional<Divergence> of(List<CaseComparison> wrong) {
    return wrong.get(0).firstDivergence().map(entry -> of(entry, wrong));
  }

  private static Divergence of(ComparedEntry entry, List<CaseComparison> wrong) {
    Case question = wrong.get(0).question();
    Result right = new LoopsSource().answer(question);
    Derivation terms = Derivation.of(question, right, entry.entry());
    // A product that explains every number leaves nothing to a slip that explains one.
    boolean explained = MissingTranspose.explains(wrong);
    return new Divergence(entry, terms, explained ? Optional.empty() : SlipSearch.slip(wrong));
  }
}
