package backprop.parity.sources.candidate;

import backprop.parity.cases.Answer;
import backprop.parity.cases.Case;
import backprop.parity.cases.InvalidInput;
import backprop.parity.cases.Printable;
import backprop.parity.cases.Quantity;
import backprop.parity.cases.Result;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a candidate said to a case: a result of the right shape, or that it cannot do this one.
 *
 * @param result empty if the case is unsupported
 * @param ignoredKeys that the format does not know: one may be a misspelt step
 */
public record Reply(Optional<Result> result, Set<String> ignoredKeys) {

  /**
   * Holds an answer against its case.
   *
   * @param required what every layer must have
   * @throws InvalidInput if it answers another case, or in another shape
   */
  static Reply of(Answer answer, Case question, List<Quantity> required) {
    if (answer.unsupported().isEmpty()) {
      return new Reply(Optional.of(answer.resultFor(question, required)), answer.ignoredKeys());
    }
    if (!answer.name().equals(question.name())) {
      throw new InvalidInput(
          "%s: name: expected \"%s\", found \"%s\"."
              .formatted(answer.origin(), question.name(), Printable.part(answer.name())));
    }
    return new Reply(Optional.empty(), answer.ignoredKeys());
  }
}
