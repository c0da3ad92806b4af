package backprop.parity.terminal;

import picocli.CommandLine.Help.Ansi;

/** Colours on a terminal, plain text in a pipe; both have the same width. */
public record TextStyle(Ansi ansi) {
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
}
