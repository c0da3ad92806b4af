package backprop.parity.sources.habits;

/**
 * What a right program may do otherwise than the loops.
 *
 * <p>All change bits; some lose their accuracy where a network is ill-conditioned.
 */
public enum Habit {
  BIAS_FIRST("the sum of step 1 starts at the bias"),
  DESCENDING_SUMS("sums run from the last index to the first"),
  PAIRWISE_SUMS("sums of four terms or more are added in halves"),
  FUSED_MULTIPLY_ADD("a product and the sum after it are rounded once (FMA)"),
  NEAREST_FUNCTIONS("exp, log and tanh are not fdlibm's but rounded to the nearest double"),
  NEIGHBOURING_FUNCTIONS("exp, log and tanh are the doubles next to fdlibm's"),
  FACTOR_PER_TERM("each term is multiplied by the reduction's factor"),
  DIVIDED_SUMS("sums over the batch are divided, not multiplied by the reduction's factor"),
  DERIVATIVE_FROM_ACTIVATION("f′ is computed from the activation, not from z"),
  DERIVATIVE_BY_EXPONENTIALS("the sigmoid's f′ is exp(-z) / (1 + exp(-z))²"),
  ONE_FORM_OF_SIGMOID("the sigmoid is 1 / (1 + exp(-z)) below 0, too"),
  UNFUSED_OUTPUT_DELTA("the output delta is multiplied by f′ even where f′ cancels"),
  UNSHIFTED_SOFTMAX("softmax does not subtract the maximum"),
  TANH_BY_EXPONENTIALS("tanh is (exp(z) - exp(-z)) / (exp(z) + exp(-z))"),
  SINGLE_PRECISION("every number fits in single precision (float)");

  private final String sentence;

  Habit(String sentence) {
    this.sentence = sentence;
  }

  /** What is done, to stand in a sentence. */
  public String sentence() {
    return sentence;
  }
}
