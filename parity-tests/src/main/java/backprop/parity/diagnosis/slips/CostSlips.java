package backprop.parity.diagnosis.slips;

import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.terms.CostTerms;
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
    if (terms.samples() > 1) {
      String inside = "the first sample alone, without its factor: a return inside the loop?";
      slips.add(new Slip(sum(ALL, s -> s == 0), inside));
    }
    slips.addAll(FactorSlips.of(question, sum(ALL, ALL)));
    double errors = 0.0;
    double distances = 0.0;
    for (int s = 0; s < terms.samples(); s++) {
      for (int j = 0; j < terms.outputs(); j++) {
        errors += terms.error(j, s);
        distances += StrictMath.abs(terms.error(j, s));
      }
    }
    slips.add(new Slip(0.0, nothing()));
    slips.add(new Slip(errors * terms.factor(), "the sum of a - t, which is not squared."));
    slips.add(new Slip(errors / 2 * terms.factor(), "the sum of ½(a - t), which is not squared."));
    slips.add(
        new Slip(distances / 2 * terms.factor(), "the sum of ½|a - t|, which is not squared."));
    double cost = sum(ALL, ALL) * terms.factor();
    slips.add(new Slip(-cost, "the right number with the other sign."));
    if (question.network().cost() == Cost.HALF_SQUARED_ERROR) {
      slips.add(new Slip(cost / 2, "half of the right number: is ½ squared, too, or there twice?"));
      slips.add(new Slip(cost * 2, "twice the right number: is ½ there?"));
    }
    withTheOperatorOfBits();
    return slips;
  }

  /** What can make a cost 0 is fixed in different places, so all of it is said. */
  private String nothing() {
    String reason = ", or cut to a whole number";
    if (question.network().cost() == Cost.HALF_SQUARED_ERROR) {
      reason = ", or with ½ cut to a whole number, as 1/2 is where integers are divided";
    }
    if (question.network().reduction() != Reduction.SUM) {
      reason = ", or with 1/N cut to a whole number, as integers are divided";
    }
    return "what comes without any term%s: does the loop run, and add, and is there a return?"
        .formatted(reason);
  }

  /** In two of the course's languages ^ puts together the bits of two whole numbers. */
  private void withTheOperatorOfBits() {
    double squares = 0.0;
    double halves = 0.0;
    double ofHalves = 0.0;
    for (int s = 0; s < terms.samples(); s++) {
      for (int j = 0; j < terms.outputs(); j++) {
        int error = (int) terms.error(j, s);
        squares += error ^ 2;
        halves += error ^ 1;
        ofHalves += (int) (terms.error(j, s) / 2) ^ 2;
      }
    }
    String sentence =
        "what ^ 2 gives in JavaScript and Perl, where it is no power: write ** 2, or multiply.";
    boolean half = question.network().cost() == Cost.HALF_SQUARED_ERROR;
    boolean squared = half || question.network().cost() == Cost.SQUARED_ERROR;
    if (squared) {
      slips.add(new Slip(squares * terms.factor(), sentence));
    }
    if (half) {
      slips.add(new Slip(squares / 2 * terms.factor(), sentence));
      slips.add(new Slip(halves * terms.factor(), sentence));
      slips.add(new Slip(ofHalves * terms.factor(), sentence));
    }
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
