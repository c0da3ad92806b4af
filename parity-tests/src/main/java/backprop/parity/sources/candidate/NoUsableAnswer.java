package backprop.parity.sources.candidate;

/** A candidate gave nothing that can be compared; the message says what it did instead. */
public final class NoUsableAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One sentence that names the case, for the candidate's author. */
  public NoUsableAnswer(String sentence) {
    super(sentence);
  }
}
