package backprop.parity.candidates;

import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.verdict.SideBySide;
import java.util.ArrayList;
import java.util.List;

/** Answers held against the loops' bits; of a zero, either sign counts as equal. */
final class BitTally {
  /** A sentence for every number with other bits. */
  final List<String> different = new ArrayList<>();

  /** How many numbers the loops gave. */
  int expectedNumbers;

  /** How many of them were in the answers. */
  int comparedNumbers;

  void add(Case question, Result expected, Result actual) {
    SideBySide.visit(expected, expected, (entry, left, right) -> countExpected(question, entry));
    SideBySide.visit(
        expected,
        actual,
        (entry, right, found) -> {
          comparedNumbers++;
          if (right != found && !Bits.identical(right, found)) {
            String sentence = "%s: %s: expected %s, found %s";
            different.add(
                sentence.formatted(question.name(), entry, Bits.text(right), Bits.text(found)));
          }
        });
  }

  /** Input gradients are for those who want them; without biases there are none to give. */
  private void countExpected(Case question, Entry entry) {
    boolean ofBias = entry.is(Quantity.BIAS_GRADIENTS) || entry.is(Quantity.UPDATED_BIASES);
    boolean absent = ofBias && !question.hasBiases(entry.layer());
    if (!absent && !entry.is(Quantity.INPUT_GRADIENTS)) {
      expectedNumbers++;
    }
  }
}
