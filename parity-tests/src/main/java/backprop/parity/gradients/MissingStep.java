package backprop.parity.gradients;

/** A source gives no digest, because it does not give every step; the message says which. */
public final class MissingStep extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  MissingStep(String message) {
    super(message);
  }
}
