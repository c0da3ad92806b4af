package backprop.parity.terms;

import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Result;
import backprop.parity.model.Spelling;
import java.util.ArrayList;
import java.util.List;

/**
 * What a number should have been made of.
 *
 * @param names such as {@code weights[2][0][0] * deltas[2][0][0] + …}
 * @param numbers such as {@code 0.4*0.138499 + … = 0.0364}
 */
public record Derivation(Sentence names, String numbers) {
  private static final int MOST_TERMS = 3;

  /**
   * Of one number.
   *
   * @param loops what the loops give for the case
   * @param entry which number it is
   */
  public static Derivation of(Case question, Result loops, Entry entry) {
    return toldFrom(entry.in(loops), question, loops, entry);
  }

  /** The same with enough digits of the number to be told from the one that was found. */
  public static Derivation toldFrom(double found, Case question, Result loops, Entry entry) {
    String value = NumberText.toldFrom(found, entry.in(loops));
    if (entry.isCost()) {
      return cost(question, new CostTerms(question, loops), value);
    }
    Expansion expansion = new Expansions(question, loops).of(entry);
    return new Derivation(names(expansion), new TermLines(expansion, value).line());
  }

  /** Both in one line. */
  public String in(Notation notation) {
    return names.in(notation) + ": " + numbers;
  }

  private static Derivation cost(Case question, CostTerms terms, String value) {
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
    return new Derivation(costNames(question, terms), scaled + " = " + value);
  }

  private static Sentence costNames(Case question, CostTerms terms) {
    Reduction reduction = question.network().reduction();
    String samples = terms.samples() == 1 ? "" : "s and ";
    String scale = reduction == Reduction.SUM ? "" : ", reduction " + Spelling.of(reduction);
    Sentence formula = terms.formula();
    return new Sentence(
        "the sum over " + samples + "j of " + formula.format() + scale, formula.names());
  }

  private static Sentence names(Expansion expansion) {
    if (expansion.terms().isEmpty()) {
      return formula(expansion);
    }
    List<String> shown = new ArrayList<>();
    List<Name> names = new ArrayList<>();
    List<Term> terms = expansion.terms();
    for (Term term : terms.subList(0, StrictMath.min(MOST_TERMS, terms.size()))) {
      shown.add("%s * %s");
      names.add(term.left().name());
      names.add(term.right().name());
    }
    if (terms.size() > MOST_TERMS) {
      shown.add("…");
    }
    StringBuilder text = new StringBuilder(String.join(" + ", shown));
    for (Operation operation : expansion.operations()) {
      boolean sumOfAll = operation.isFactor() && operation.operand().value() == 1.0;
      if (!sumOfAll) {
        text.append(", then ").append(operation.symbol()).append(" %s");
        names.add(operation.operand().name());
      }
    }
    return new Sentence(text.toString(), names);
  }

  /** Such as {@code (activations[1][0][0] - targets[0][0]) * f′(preActivations[1][0][0])}. */
  private static Sentence formula(Expansion expansion) {
    List<Name> names = new ArrayList<>(List.of(expansion.start().name()));
    String text = "%s";
    boolean sum = false;
    for (Operation operation : expansion.operations()) {
      boolean product = operation.symbol() == '*';
      String left = product && sum ? "(" + text + ")" : text;
      text = left + " " + operation.symbol() + " %s";
      names.add(operation.operand().name());
      sum = !product;
    }
    return new Sentence(text, names);
  }
}
