package backprop.parity.explain;

import backprop.parity.cases.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** What becomes of the cost if its loops are not quite right. */
final class CostSlips {
  private static final IntPredicate ALL = index -> true;

  private final Case question;
  private final CostTerms terms;
  private final List<Slip> slips = new ArrayList<>();

  CostSlips(Case question, CostTerms terms) {
    this.question = question;
    this.terms = terms;
  }

  /** The likeliest first. */
  List<Slip> all() {
    loop("output", terms.outputs());
    loop("sample", terms.samples());
    slips.addAll(TermSlips.otherFactors(question, sum(ALL, ALL)));
    double errors = 0.0;
    for (int s = 0; s < terms.samples(); s++) {
      for (int j = 0; j < terms.outputs(); j++) {
        errors += terms.error(j, s);
      }
    }
    slips.add(new Slip(0.0, "what comes without any term: does the loop run, and add?"));
    slips.add(new Slip(errors * terms.factor(), "the sum of a - t, which is not squared."));
    slips.add(new Slip(errors / 2 * terms.factor(), "the sum of ½(a - t), which is not squared."));
    return slips;
  }

  private void loop(String what, int count) {
    if (count > 1) {
      add(what, index -> index == count - 1, "the last %s alone: is there = where += belongs?");
      add(what, index -> index == 0, "the first %s alone: does the loop end at once?");
      add(what, index -> index < count - 1, "every %s but the last: where does the loop end?");
      add(what, index -> index > 0, "every %s but the first: where does the loop start?");
    }
  }

  private void add(String what, IntPredicate kept, String sentence) {
    boolean outputs = what.equals("output");
    double sum = outputs ? sum(kept, ALL) : sum(ALL, kept);
    slips.add(new Slip(sum * terms.factor(), sentence.formatted(what)));
  }

  private double sum(IntPredicate outputs, IntPredicate samples) {
    double sum = 0.0;
    for (int s = 0; s < terms.samples(); s++) {
      for (int j = 0; j < terms.outputs(); j++) {
        sum += outputs.test(j) && samples.test(s) ? terms.value(j, s) : 0.0;
      }
    }
    return sum;
  }
}
