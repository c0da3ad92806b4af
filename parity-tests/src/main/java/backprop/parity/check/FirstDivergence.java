package backprop.parity.check;

import backprop.parity.diagnosis.slips.SlipSearch;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.terms.Derivation;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.ComparedEntry;
import backprop.parity.verdict.Verdict.Divergence;
import java.util.List;

/** The first wrong number: what it should be made of, and how it may have come about. */
public final class FirstDivergence {
  private FirstDivergence() {}

  public static Divergence of(CaseComparison comparison, ComparedEntry entry) {
    Case question = comparison.question();
    Result right = new LoopsSource().answer(question);
    Derivation terms = Derivation.of(question, right, entry.entry());
    return new Divergence(entry, terms, SlipSearch.slip(List.of(comparison)));
  }
}
