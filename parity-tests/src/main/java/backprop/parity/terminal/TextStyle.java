package backprop.parity.terminal;

import picocli.CommandLine.Help.Ansi;

/**
 * Colours on a terminal, plain text in a pipe; both have the same width.
 *
 * @param width of the longest line, in columns
 */
public record TextStyle(Ansi ansi, int width) {
  /** Without colours, on the narrowest terminal. */
  public static TextStyle plain() {
    return new TextStyle(Ansi.OFF, Terminal.NARROW);
  }

  /** The title of a part. */
  public String heading(String text) {
    return ansi.string("@|bold,cyan " + text + "|@");
  }

  public String index(String text) {
    return ansi.string("@|bold,yellow " + text + "|@");
  }

  /** What may be passed over. */
  public String faint(String text) {
    return ansi.string("@|faint " + text + "|@");
  }

  /** Green or red. */
  public String verdict(boolean good, String text) {
    return ansi.string("@|bold," + (good ? "green " : "red ") + text + "|@");
  }

  /** Neither good nor bad: yellow. */
  public String caution(String text) {
    return ansi.string("@|bold,yellow " + text + "|@");
  }

  /** The title of a part, with a line that goes on to the end of the width. */
  public String rule(String title) {
    String begun = "── " + title + " ";
    return heading(begun + "─".repeat(StrictMath.max(0, width - Columns.of(begun))));
  }
}
