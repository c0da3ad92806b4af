package backprop.parity.cases;

/**
 * How large an input may be before it is refused instead of exhausting memory.
 *
 * @param bytes of one file
 * @param parameters weights and biases of one network
 */
public record Limits(long bytes, long parameters) {
  /** 64 MiB and 10 million parameters. */
  public static final Limits DEFAULT = new Limits(64L << 20, 10_000_000);
}
