package backprop.parity.explain;

import backprop.loops.Reduction;
import backprop.parity.cases.Case;
import backprop.parity.cases.Spelling;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a number if the loop over its terms, or what follows it, is not quite right. */
final class TermSlips {
  private static final String FACTOR = "factor";

  private final Case question;
  private final Expansion right;
  private final List<Term> terms;
  private final List<Slip> slips = new ArrayList<>();

  TermSlips(Case question, Expansion right) {
    this.question = question;
    this.right = right;
    this.terms = right.terms();
  }

  /** The likeliest first. */
  List<Slip> all() {
    theFactorIsAnother();
    if (terms.size() > 1) {
      someTermsAreLeftOut();
      oneFactorStaysTheSame();
    }
    if (terms.isEmpty()) {
      onlyWhatComesAfterwards();
      anOperationIsLeftOut();
    } else {
      add(0.0, "what comes without any term: does the loop run, and add?");
      anOperationIsLeftOut();
      oneFactorIsLeftOut();
    }
    slips.add(new Slip(-right.value(), "the right number with the other sign."));
    return slips;
  }

  private void someTermsAreLeftOut() {
    double sum = sum(terms);
    double first = terms.get(0).product();
    Term last = terms.get(terms.size() - 1);
    add(last.product(), "the last term alone: is there = where += belongs?");
    add(first, "the first term alone: does the loop end too early, at a return inside it?");
    slips.add(
        new Slip(first, "the first term alone and nothing after it: a return inside the loop?"));
    add(
        sum(terms.subList(1, terms.size())),
        "every term but the first: where does the loop start?");
    add(
        sum(terms.subList(0, terms.size() - 1)),
        "every term but the last: where does the loop end?");
    add(2 * sum, "every term twice.");
  }

  private void onlyWhatComesAfterwards() {
    List<Operation> operations = right.operations();
    if (!operations.isEmpty() && operations.get(operations.size() - 1).symbol() == '*') {
      Factor last = operations.get(operations.size() - 1).operand();
      slips.add(new Slip(last.value(), last.name() + " alone."));
    }
  }

  private void oneFactorStaysTheSame() {
    for (Term fixed : List.of(terms.get(0), terms.get(terms.size() - 1))) {
      double sameRight = terms.stream().mapToDouble(t -> t.left().value()).sum();
      add(
          sameRight * fixed.right().value(),
          "the number with %s in every term.".formatted(fixed.right().name()));
      double sameLeft = terms.stream().mapToDouble(t -> t.right().value()).sum();
      add(
          sameLeft * fixed.left().value(),
          "the number with %s in every term.".formatted(fixed.left().name()));
    }
  }

  private void oneFactorIsLeftOut() {
    Term first = terms.get(0);
    String what = terms.size() > 1 ? "every term without its factor " : "the number without ";
    add(terms.stream().mapToDouble(t -> t.left().value()).sum(), what + first.right().name() + ".");
    add(terms.stream().mapToDouble(t -> t.right().value()).sum(), what + first.left().name() + ".");
  }

  private void anOperationIsLeftOut() {
    for (Operation left : right.operations()) {
      double value = start();
      for (Operation operation : right.operations()) {
        value = operation == left ? value : operation.apply(value);
      }
      slips.add(
          new Slip(
              value,
              "the number without %c %s: is that left out?"
                  .formatted(left.symbol(), left.operand().name())));
    }
  }

  private void theFactorIsAnother() {
    boolean scaled =
        right.operations().stream().anyMatch(step -> step.operand().name().equals(FACTOR));
    if (scaled) {
      slips.addAll(otherFactors(question, sum(terms)));
    }
  }

  /** A sum over the samples with the factor of another reduction. */
  static List<Slip> otherFactors(Case question, double sum) {
    int outputs = question.targets().length;
    List<Slip> slips = new ArrayList<>();
    for (Reduction other : Reduction.values()) {
      if (other != question.network().reduction()) {
        double factor = other.factor(question.samples(), outputs);
        String sentence = "the sum times %s, which is the factor of %s.";
        String name = Spelling.of(other);
        slips.add(new Slip(sum * factor, sentence.formatted(Numbers.brief(factor), name)));
      }
    }
    slips.add(new Slip(sum / outputs, "the sum divided by the outputs, not by the samples."));
    return slips;
  }

  private void add(double sum, String sentence) {
    double value = sum;
    for (Operation operation : right.operations()) {
      value = operation.apply(value);
    }
    slips.add(new Slip(value, sentence));
  }

  private double start() {
    return right.start().value() + sum(terms);
  }

  static double sum(List<Term> terms) {
    return terms.stream().mapToDouble(Term::product).sum();
  }
}
