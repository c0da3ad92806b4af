package backprop.parity.sources.candidate;

import backprop.parity.cases.Printable;

/** A candidate gave nothing that can be compared; the message says what it did instead. */
public final class NoUsableAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * One sentence that names the case, for the candidate's author.
   *
   * @param sentence may quote anything: it is made {@link Printable}
   */
  public NoUsableAnswer(String sentence) {
    super(Printable.sentence(sentence));
  }
}
