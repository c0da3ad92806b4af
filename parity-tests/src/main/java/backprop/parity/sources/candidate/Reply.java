package backprop.parity.sources.candidate;

import backprop.parity.cases.Answer;
import backprop.parity.cases.Case;
import backprop.parity.cases.InvalidInput;
import backprop.parity.cases.Printable;
import backprop.parity.cases.Result;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

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
   * @param reading what becomes of an answer that has a result
   * @throws InvalidInput if it answers another case, or in another shape
   */
  static Reply of(Answer answer, Case question, BiFunction<Answer, Case, Result> reading) {
    if (answer.unsupported().isEmpty()) {
      return new Reply(Optional.of(reading.apply(answer, question)), answer.ignoredKeys());
    }
    if (!answer.name().equals(question.name())) {
      throw new InvalidInput(
          "%s: name: expected \"%s\", found \"%s\"."
              .formatted(answer.origin(), question.name(), Printable.part(answer.name())));
    }
    return new Reply(Optional.empty(), answer.ignoredKeys());
  }
}
