package backprop.parity.explain;

import backprop.loops.Network;
import backprop.parity.cases.Case;
import backprop.parity.cases.Result;
import backprop.parity.cases.Spelling;
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
   * @param entry its name, or {@code cost}
   */
  public static String of(Case question, Result loops, String entry) {
    if (entry.equals("cost")) {
      return cost(question.network(), loops.cost().orElseThrow());
    }
    Expansion expansion = new Expansions(question, loops).of(Entry.parse(entry, question));
    return names(expansion) + ": " + new TermLines(expansion).line();
  }

  private static String cost(Network network, double value) {
    return "the sum over s and j of %s(activations[%d][j][s], targets[j][s]), reduction %s: %s"
        .formatted(
            Spelling.of(network.cost()),
            network.depth(),
            Spelling.of(network.reduction()),
            Numbers.full(value));
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
    String sum = terms.isEmpty() ? expansion.start().name() : String.join(" + ", names);
    StringBuilder text = new StringBuilder(sum);
    for (Operation operation : expansion.operations()) {
      text.append(", then %c %s".formatted(operation.symbol(), operation.operand().name()));
    }
    return text.toString();
  }
}
