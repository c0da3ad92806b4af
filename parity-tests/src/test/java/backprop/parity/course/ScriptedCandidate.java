package backprop.parity.course;

import backprop.parity.model.Case;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.CandidateReply;
import java.util.List;
import java.util.function.Function;

/** A program whose replies the test writes. */
record ScriptedCandidate(Function<Case, CandidateReply> reply) implements Candidate {
  @Override
  public CandidateReply answer(Case question) {
    return reply.apply(question);
  }

  @Override
  public List<String> finish() {
    return List.of();
  }

  @Override
  public void close() {
    // There is nothing to close.
  }
}
