package backprop.parity.terminal;

/** Text as a shell takes it for one word, for commands that are meant to be copied. */
public final class ShellWord {
  private static final String HARMLESS = "[A-Za-z0-9_./+:@%,=-]+";

  private ShellWord() {}

  public static String of(String text) {
    return text.matches(HARMLESS) ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
