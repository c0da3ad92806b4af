package backprop.parity.explain;

import picocli.CommandLine.Help.Ansi;

/** Colours on a terminal, plain text in a pipe; both have the same width. */
public record Style(Ansi ansi) {
  String heading(String text) {
    return ansi.string("@|bold,cyan " + text + "|@");
  }

  String index(String text) {
    return ansi.string("@|bold,yellow " + text + "|@");
  }

  String faint(String text) {
    return ansi.string("@|faint " + text + "|@");
  }

  String verdict(boolean good, String text) {
    return ansi.string("@|bold," + (good ? "green " : "red ") + text + "|@");
  }
}
