package backprop.parity.terms;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.RandomCases;
import org.junit.jupiter.api.Test;

/** The terms that are shown are the terms that were added. */
class ExpansionsTest {
  @Test
  void theShownTermsGiveTheSameBitsAsTheLoops() {
    RandomCases random = new RandomCases(21);
    int entries = 0;
    for (int number = 0; number < 300; number++) {
      Case question = random.next();
      Result result = new LoopsSource().answer(question);
      for (Quantity quantity : Quantity.values()) {
        for (int l = 1; l <= result.depth(); l++) {
          if (result.values(quantity, l).isPresent()) {
            entries += check(question, result, quantity, l);
          }
        }
      }
    }
    assertThat(entries).isGreaterThan(10_000);
  }

  private static int check(Case question, Result result, Quantity quantity, int l) {
    Expansions expansions = new Expansions(question, result);
    double[][] values = result.values(quantity, l).orElseThrow();
    for (int j = 0; j < values.length; j++) {
      for (int second = 0; second < values[j].length; second++) {
        Entry entry = Entry.of(quantity, l, j, second);
        double recomputed = recomputed(expansions.of(entry));
        assertThat(Bits.of(recomputed))
            .as("%s of %s", entry, question.name())
            .isEqualTo(Bits.of(values[j][second]));
      }
    }
    return values.length * values[0].length;
  }

  /** The same arithmetic in the same order. */
  private static double recomputed(Expansion expansion) {
    double result = expansion.start().value();
    for (Term term : expansion.terms()) {
      result += term.product();
    }
    for (Operation operation : expansion.operations()) {
      result = operation.apply(result);
    }
    return result;
  }
}
