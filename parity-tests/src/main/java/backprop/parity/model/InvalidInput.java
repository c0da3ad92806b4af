package backprop.parity.model;

/** What somebody gave cannot be used; the message is one sentence for them to read. */
public final class InvalidInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * One sentence that names the file, the place and what was expected.
   *
   * @param sentence may quote anything: it is made {@link Printable}
   */
  public InvalidInput(String sentence) {
    super(Printable.sentence(sentence));
  }
}
