package backprop.parity.diagnosis.slips;

import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.terms.Expansion;
import backprop.parity.terms.Factor;
import backprop.parity.terms.Name;
import backprop.parity.terms.Operation;
import backprop.parity.terms.Term;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a number if the loop over its terms, or what follows it, is not quite right. */
final class TermSlips {
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
      add(0.0, nothing());
      anOperationIsLeftOut();
      oneFactorIsLeftOut();
    }
    anOperationHasTheOtherSign();
    slips.add(new Slip(-right.value(), "the right number with the other sign."));
    return slips;
  }

  /** What can make a sum 0 is fixed in different places, so all of it is said. */
  private String nothing() {
    if (right.summedIndex().equals("s") && terms.size() == 1) {
      return "what comes without the product: is it stored, and not cut to a whole number?";
    }
    List<String> reasons = new ArrayList<>(List.of("without any term"));
    boolean derivative = right.operations().stream().anyMatch(DerivativeSlips::isDerivative);
    if (derivative) {
      reasons.add("with f′ = 0");
    }
    if (isScaled() && question.network().reduction() != Reduction.SUM) {
      reasons.add("with 1/N cut to a whole number, as integers are divided");
    } else if (WholeNumberSlips.stayZero(terms)) {
      reasons.add("cut to a whole number");
    }
    String last = reasons.remove(reasons.size() - 1);
    String all = reasons.isEmpty() ? last : String.join(", ", reasons) + ", or " + last;
    String question = derivative ? " Is f′ written, with its parentheses?" : "";
    return "what comes %s: does the loop run, and add?%s".formatted(all, question);
  }

  private void someTermsAreLeftOut() {
    double sum = sum(terms);
    double first = terms.get(0).product();
    Term last = terms.get(terms.size() - 1);
    String start = terms.size() == 2 ? "does the loop start at 1, or is there" : "is there";
    add(last.product(), "the last term alone: " + start + " = where += belongs?");
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
    if (!isScaled()) {
      add(sum / terms.size(), "the sum divided by its number of terms: added up, not averaged.");
    }
    add(-sum, "every term with minus where plus belongs: is there -= in the place of +=?");
  }

  private void onlyWhatComesAfterwards() {
    List<Operation> operations = right.operations();
    if (!operations.isEmpty() && operations.get(operations.size() - 1).symbol() == '*') {
      Factor last = operations.get(operations.size() - 1).operand();
      slips.add(new Slip(last.value(), "%s alone.", last.name()));
    }
  }

  private void oneFactorStaysTheSame() {
    for (Term fixed : terms) {
      double sameRight = terms.stream().mapToDouble(t -> t.left().value()).sum();
      add(
          sameRight * fixed.right().value(),
          "the number with %s in every term.",
          fixed.right().name());
      double sameLeft = terms.stream().mapToDouble(t -> t.right().value()).sum();
      add(
          sameLeft * fixed.left().value(),
          "the number with %s in every term.",
          fixed.left().name());
    }
  }

  private void oneFactorIsLeftOut() {
    Term first = terms.get(0);
    String what = terms.size() > 1 ? "every term without its factor %s." : "the number without %s.";
    add(terms.stream().mapToDouble(t -> t.left().value()).sum(), what, first.right().name());
    add(terms.stream().mapToDouble(t -> t.right().value()).sum(), what, first.left().name());
    add(
        terms.stream().mapToDouble(term -> term.left().value() + term.right().value()).sum(),
        "the number with + where * belongs, between %s and %s.",
        first.left().name(),
        first.right().name());
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
              "the number without " + left.symbol() + " %s: is that left out?",
              left.operand().name()));
    }
  }

  private void anOperationHasTheOtherSign() {
    for (Operation own : right.operations()) {
      if (own.symbol() != '*') {
        Operation other = new Operation(own.symbol() == '+' ? '-' : '+', own.operand());
        double value = start();
        for (Operation operation : right.operations()) {
          value = operation == own ? other.apply(value) : operation.apply(value);
        }
        Name name = own.operand().name();
        String found = "the number with " + other.symbol() + " %s";
        slips.add(new Slip(value, found + " in the place of " + own.symbol() + " %s.", name, name));
      }
    }
  }

  private void theFactorIsAnother() {
    if (isScaled()) {
      slips.addAll(FactorSlips.of(question, sum(terms)));
    }
  }

  private boolean isScaled() {
    return right.operations().stream().anyMatch(Operation::isFactor);
  }

  private void add(double sum, String sentence, Name... names) {
    double value = sum;
    for (Operation operation : right.operations()) {
      value = operation.apply(value);
    }
    slips.add(new Slip(value, sentence, names));
  }

  private double start() {
    return right.start().value() + sum(terms);
  }

  static double sum(List<Term> terms) {
    return terms.stream().mapToDouble(Term::product).sum();
  }
}
