package backprop.parity.sources.candidate;

import backprop.parity.model.Printable;

/** Somebody else's text inside a message: on one line, in quotes, and short. */
final class QuotedText {
  private static final int LONGEST = 60;

  private QuotedText() {}

  static String of(String text) {
    return of(text, LONGEST);
  }

  static String of(String text, int longest) {
    return "\"" + Printable.shortened(text, longest) + "\"";
  }
}
