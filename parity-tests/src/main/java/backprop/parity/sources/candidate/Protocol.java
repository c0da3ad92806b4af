package backprop.parity.sources.candidate;

import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;

/** In which words a program is asked, and in which it answers: a line each. */
public interface Protocol {
  /** What a line is expected to hold, such as {@code with the result in JSON}. */
  String expected();

  /** A case, without a line break. */
  String write(Case question);

  /** Whether a line begins as an answer does, so that it is more than something printed. */
  boolean isAnswer(String line);

  /**
   * What a line that is an answer says to the case.
   *
   * @throws InvalidInput if the answer cannot be used
   */
  CandidateReply read(String line, Case question);
}
