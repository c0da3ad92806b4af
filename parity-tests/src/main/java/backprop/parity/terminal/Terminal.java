package backprop.parity.terminal;

import picocli.CommandLine.Help.Ansi;

/** What somebody looks at, if anybody does. */
public final class Terminal {
  /** What everything fits. */
  static final int NARROW = 80;

  /** Longer lines are harder to read. */
  private static final int WIDE = 100;

  private Terminal() {}

  /** Whether there is one that a line can be written over on. */
  public static boolean canWriteOver() {
    return !isDumb() && System.console() != null && isTerminal();
  }

  /** Colours where they can be seen and are wanted. */
  public static Ansi colours() {
    return isDumb() ? Ansi.OFF : Ansi.AUTO;
  }

  /** Colours and width of what the commands print. */
  public static TextStyle style() {
    return new TextStyle(colours(), width());
  }

  /** How wide lines may be: 80, or more where the terminal is wider, up to 100. */
  public static int width() {
    String columns = System.getenv("COLUMNS");
    boolean known = columns != null && columns.matches("[0-9]{1,4}");
    int wide = known ? Integer.parseInt(columns) : TerminalSize.columns().orElse(NARROW);
    return StrictMath.max(NARROW, StrictMath.min(WIDE, wide));
  }

  /** Such as an editor's, which shows control characters as they are. */
  private static boolean isDumb() {
    return "dumb".equals(System.getenv("TERM"));
  }

  /** From JDK 22 on there is a console even in a pipe, and only that console knows. */
  private static boolean isTerminal() {
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(System.console());
    } catch (ReflectiveOperationException olderJdk) {
      return true;
    }
  }
}
