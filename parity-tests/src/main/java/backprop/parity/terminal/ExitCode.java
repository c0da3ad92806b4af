package backprop.parity.terminal;

/** How a command ends, for scripts; the command line's help lists them. */
public final class ExitCode {
  /** It agrees, or is done. */
  public static final int DONE = 0;

  /** It disagrees. */
  public static final int DISAGREES = 1;

  /** What was typed, or a file, cannot be used. */
  public static final int BAD_INPUT = 2;

  /** There was nothing that could be compared. */
  public static final int NO_USABLE_ANSWER = 3;

  private ExitCode() {}
}
