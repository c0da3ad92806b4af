package backprop.parity.sources.candidate;

/** Somebody else's text inside a message: on one line, in quotes, and short. */
final class Quote {
  private static final int LONGEST = 80;

  private Quote() {}

  static String of(String text) {
    return of(text, LONGEST);
  }

  static String of(String text, int longest) {
    String printable =
        text.substring(0, StrictMath.min(text.length(), longest)).replaceAll("\\p{Cntrl}", "?");
    return "\"" + printable + (text.length() > longest ? "…" : "") + "\"";
  }
}
