package backprop.parity.course;

import backprop.parity.diagnosis.mistakes.FaultyLoops;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.CandidateReply;
import backprop.parity.sources.candidate.NoUsableAnswer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A learner whose program gives every step, with one mistake in it from some chapter on.
 *
 * @param chapter the first in which the mistake is there
 * @param changed what becomes of an answer on its way
 */
record Slip(int chapter, Mistake mistake, UnaryOperator<Result> changed) implements Candidate {
  Slip(int chapter, Mistake mistake) {
    this(chapter, mistake, answer -> answer);
  }

  /** A program without a mistake. */
  static Slip none(UnaryOperator<Result> changed) {
    return new Slip(Integer.MAX_VALUE, Mistake.SIGN_FLIPPED, changed);
  }

  @Override
  public CandidateReply answer(Case question) {
    boolean right = Integer.parseInt(question.name().split("-")[1]) < chapter;
    FaultyLoops faulty =
        new FaultyLoops(right ? FaultyProgram.correct() : FaultyProgram.with(mistake));
    if (!faulty.applies(question)) {
      throw new NoUsableAnswer("it ended, because the shapes do not fit.");
    }
    Result answer = changed.apply(faulty.answer(question));
    return new CandidateReply(Optional.of(answer), Set.of());
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
