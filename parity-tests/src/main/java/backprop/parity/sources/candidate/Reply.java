package backprop.parity.sources.candidate;

import backprop.parity.cases.Answer;
import backprop.parity.cases.Case;
import backprop.parity.cases.Fault;
import backprop.parity.cases.InvalidInput;
import backprop.parity.cases.Printable;
import backprop.parity.cases.Quantity;
import backprop.parity.cases.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a candidate said to a case: a result of the right shape, or that it cannot do this one.
 *
 * @param result empty if the case is unsupported
 * @param ignoredKeys that the format does not know: one may be a misspelt step
 * @param faults the fields that cannot be used, and so are not in the result
 * @param problems what the program says itself of what it leaves out
 */
public record Reply(
    Optional<Result> result, Set<String> ignoredKeys, List<Fault> faults, List<String> problems) {

  /** One that is whole, or unsupported. */
  public Reply(Optional<Result> result, Set<String> ignoredKeys) {
    this(result, ignoredKeys, List.of(), List.of());
  }

  /**
   * Holds an answer against its case; everything in it must be usable.
   *
   * @throws InvalidInput if it answers another case, or in another shape
   */
  static Reply whole(Answer answer, Case question) {
    return answer.unsupported().isPresent()
        ? unsupported(answer, question)
        : new Reply(Optional.of(answer.resultFor(question)), answer.ignoredKeys());
  }

  /**
   * Holds an answer against its case, as far as it goes.
   *
   * @param wanted the quantities that are looked at
   * @throws InvalidInput if it answers another case, or a network of another depth
   */
  public static Reply part(Answer answer, Case question, Set<Quantity> wanted) {
    if (answer.unsupported().isPresent()) {
      return unsupported(answer, question);
    }
    List<Fault> faults = new ArrayList<>(answer.faults());
    Result result = answer.partFor(question, wanted, faults);
    return new Reply(Optional.of(result), answer.ignoredKeys(), faults, answer.problems());
  }

  private static Reply unsupported(Answer answer, Case question) {
    if (!answer.name().equals(question.name())) {
      throw new InvalidInput(
          "%s: name: expected \"%s\", found \"%s\"."
              .formatted(answer.origin(), question.name(), Printable.part(answer.name())));
    }
    return new Reply(Optional.empty(), answer.ignoredKeys());
  }
}
