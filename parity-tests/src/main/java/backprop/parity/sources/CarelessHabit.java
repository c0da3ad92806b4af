package backprop.parity.sources;

/** What a right program does otherwise than the loops. */
public enum CarelessHabit {
  DESCENDING_SUMS("sums in the opposite order"),
  FUSED_MULTIPLY_ADD("multiplication and addition rounded once"),
  MATH_FUNCTIONS("another library's exp, tanh and log"),
  DERIVATIVE_FROM_ACTIVATION("f′ computed from the activation"),
  DERIVATIVE_BY_EXPONENTIALS("sigmoid's f′ by its exponentials"),
  UNFUSED_OUTPUT_DELTA("the output delta by the whole chain rule"),
  UNSHIFTED_SOFTMAX("softmax without its maximum subtracted"),
  TANH_BY_EXPONENTIALS("tanh by its exponentials"),
  FACTOR_IN_DELTA("the batch's factor in the delta"),
  SINGLE_PRECISION("single precision");

  private final String words;

  CarelessHabit(String words) {
    this.words = words;
  }

  /** What is done, for a sentence. */
  public String words() {
    return words;
  }
}
