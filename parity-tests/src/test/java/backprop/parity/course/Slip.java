package backprop.parity.course;

import backprop.parity.cases.Case;
import backprop.parity.cases.Result;
import backprop.parity.mistakes.FaultyLoops;
import backprop.parity.mistakes.Mistake;
import backprop.parity.mistakes.Program;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.NoUsableAnswer;
import backprop.parity.sources.candidate.Reply;
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
  public Reply answer(Case question) {
    boolean right = Integer.parseInt(question.name().split("-")[1]) < chapter;
    FaultyLoops faulty = new FaultyLoops(right ? Program.correct() : Program.with(mistake));
    if (!faulty.applies(question)) {
      throw new NoUsableAnswer("it ended, because the shapes do not fit.");
    }
    Result answer = changed.apply(faulty.answer(question));
    return new Reply(Optional.of(answer), Set.of());
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
