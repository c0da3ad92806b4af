package backprop.parity.cli;

import backprop.parity.cases.Case;
import backprop.parity.cases.Result;
import backprop.parity.explain.Clue;
import backprop.parity.explain.Derivation;
import backprop.parity.oracle.CaseComparison;
import backprop.parity.oracle.ComparedEntry;
import backprop.parity.oracle.Verdict.Divergence;
import backprop.parity.sources.LoopsSource;

/** The first wrong number: what it should be made of, and how it may have come about. */
final class FirstWrong {
  private FirstWrong() {}

  static Divergence of(CaseComparison comparison, ComparedEntry entry) {
    Case question = comparison.question();
    Result right = new LoopsSource().answer(question);
    String terms = Derivation.of(question, right, entry.position().entry());
    return new Divergence(entry, terms, Clue.slip(question, right, entry));
  }
}
