package backprop.parity.terminal;

import picocli.CommandLine.Help.Ansi;

/** What somebody looks at, if anybody does. */
public final class Terminal {
  private Terminal() {}

  /** Whether there is one that a line can be written over on. */
  public static boolean canWriteOver() {
    return !isDumb() && System.console() != null && isTerminal();
  }

  /** Colours where they can be seen and are wanted. */
  public static Ansi colours() {
    return isDumb() ? Ansi.OFF : Ansi.AUTO;
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
