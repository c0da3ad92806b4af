package backprop.parity.sources.candidate;

import backprop.parity.io.Answer;
import backprop.parity.io.FunctionProblem;
import backprop.parity.io.UnusableField;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Printable;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
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
 * @param problems what the program says itself of functions that gave nothing usable
 */
public record CandidateReply(
    Optional<Result> result,
    Set<String> ignoredKeys,
    List<UnusableField> faults,
    List<FunctionProblem> problems) {

  /** One that is whole, or unsupported. */
  public CandidateReply(Optional<Result> result, Set<String> ignoredKeys) {
    this(result, ignoredKeys, List.of(), List.of());
  }

  /**
   * Holds an answer against its case; everything in it must be usable.
   *
   * @throws InvalidInput if it answers another case, or in another shape
   */
  static CandidateReply whole(Answer answer, Case question) {
    return answer.unsupported().isPresent()
        ? unsupported(answer, question)
        : new CandidateReply(Optional.of(answer.resultFor(question)), answer.ignoredKeys());
  }

  /**
   * Holds an answer against its case, as far as it goes.
   *
   * @param wanted the quantities that are looked at
   * @throws InvalidInput if it answers another case, or a network of another depth
   */
  public static CandidateReply part(Answer answer, Case question, Set<Quantity> wanted) {
    if (answer.unsupported().isPresent()) {
      return unsupported(answer, question);
    }
    List<UnusableField> faults = new ArrayList<>(answer.faults());
    Result result = answer.partFor(question, wanted, faults);
    return new CandidateReply(Optional.of(result), answer.ignoredKeys(), faults, answer.problems());
  }

  private static CandidateReply unsupported(Answer answer, Case question) {
    if (!answer.name().equals(question.name())) {
      throw new InvalidInput(
          "%s: name: expected \"%s\", found \"%s\"."
              .formatted(answer.origin(), question.name(), Printable.part(answer.name())));
    }
    return new CandidateReply(Optional.empty(), answer.ignoredKeys());
  }
}
