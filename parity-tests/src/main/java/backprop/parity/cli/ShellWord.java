package backprop.parity.cli;

/** Text as a shell takes it for one word, for commands that are meant to be copied. */
final class ShellWord {
  private static final String HARMLESS = "[A-Za-z0-9_./+:@%,=-]+";

  private ShellWord() {}

  static String of(String text) {
    return text.matches(HARMLESS) ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
