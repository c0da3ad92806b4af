package backprop.parity.sources.candidate;

import backprop.parity.model.Case;
import java.util.List;

/** What is compared with the oracle: a running program, or what one has recorded. */
public interface Candidate extends AutoCloseable {
  /**
   * What it says to one case.
   *
   * @throws NoUsableAnswer if there is none
   */
  CandidateReply answer(Case question);

  /** Says that there are no more cases; returns a sentence on everything odd that follows. */
  List<String> finish();

  /** Leaves nothing behind, whatever happened. */
  @Override
  void close();
}
