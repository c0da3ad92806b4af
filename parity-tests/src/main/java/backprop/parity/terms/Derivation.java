package backprop.parity.terms;

import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Result;
import backprop.parity.model.Spelling;
import java.util.ArrayList;
import java.util.List;

/** What a number should have been made of, in one line: the terms by name, then by value. */
public final class Derivation {
  private static final int MOST_TERMS = 3;

  private Derivation() {}

  /**
   * Such as {@code weights[2][0][0] * deltas[2][0][0] + …: 0.4*0.138499 + …}.
   *
   * @param loops what the loops give for the case
   * @param entry which number it is
   */
  public static String of(Case question, Result loops, Entry entry) {
    return toldFrom(entry.in(loops), question, loops, entry);
  }

  /** The same with enough digits of the number to be told from the one that was found. */
  public static String toldFrom(double found, Case question, Result loops, Entry entry) {
    String value = NumberText.toldFrom(found, entry.in(loops));
    if (entry.isCost()) {
      return cost(question, new CostTerms(question, loops), value);
    }
    Expansion expansion = new Expansions(question, loops).of(entry);
    return names(expansion) + ": " + new TermLines(expansion, value).line();
  }

  private static String cost(Case question, CostTerms terms, String value) {
    String samples = terms.samples() == 1 ? "" : "s and ";
    String reduction = Spelling.of(question.network().reduction());
    List<String> shown = new ArrayList<>();
    for (int s = 0; s < terms.samples(); s++) {
      for (int j = 0; j < terms.outputs() && shown.size() < MOST_TERMS; j++) {
        shown.add(terms.numbers(j, s));
      }
    }
    int count = terms.samples() * terms.outputs();
    String rest = count > MOST_TERMS ? " + … %d more …".formatted(count - MOST_TERMS) : "";
    String sum = String.join(" + ", shown) + rest;
    String scaled =
        terms.factor() == 1.0 ? sum : "(%s) * %s".formatted(sum, NumberText.brief(terms.factor()));
    return "the sum over %sj of %s, reduction %s: %s = %s"
        .formatted(samples, terms.formula(), reduction, scaled, value);
  }

  private static String names(Expansion expansion) {
    List<String> names = new ArrayList<>();
    List<Term> terms = expansion.terms();
    for (Term term : terms.subList(0, StrictMath.min(MOST_TERMS, terms.size()))) {
      names.add(term.left().name() + " * " + term.right().name());
    }
    if (terms.size() > MOST_TERMS) {
      names.add("…");
    }
    if (terms.isEmpty()) {
      return formula(expansion);
    }
    String sum = String.join(" + ", names);
    StringBuilder text = new StringBuilder(sum);
    for (Operation operation : expansion.operations()) {
      text.append(", then %c %s".formatted(operation.symbol(), operation.operand().name()));
    }
    return text.toString();
  }

  /** Such as {@code (activations[1][0][0] - targets[0][0]) * f′(preActivations[1][0][0])}. */
  private static String formula(Expansion expansion) {
    String text = expansion.start().name();
    boolean sum = false;
    for (Operation operation : expansion.operations()) {
      boolean product = operation.symbol() == '*';
      String left = product && sum ? "(" + text + ")" : text;
      text = "%s %c %s".formatted(left, operation.symbol(), operation.operand().name());
      sum = !product;
    }
    return text;
  }
}
