package backprop.parity.io;

import backprop.parity.model.InvalidInput;

/**
 * How large an input may be before it is refused instead of exhausting memory.
 *
 * @param bytes of one file
 * @param parameters weights and biases of one network
 */
public record Limits(long bytes, long parameters) {
  /**
   * Checks both.
   *
   * @throws InvalidInput if a limit is less than 1
   */
  public Limits {
    requireOne("--max-bytes", bytes);
    requireOne("--max-parameters", parameters);
  }

  /** 64 MiB and 10 million parameters. */
  public static final Limits DEFAULT = new Limits(64L << 20, 10_000_000);

  private static void requireOne(String option, long limit) {
    if (limit < 1) {
      throw new InvalidInput(option + ": expected 1 or more, found " + limit + ".");
    }
  }
}
