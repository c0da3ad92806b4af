package backprop.parity.sources.candidate;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Lines of UTF-8 text, none of which can exhaust memory. */
final class BoundedLines {
  private final InputStream input;
  private final int longest;
  private boolean shortened;

  /**
   * @param longest the most bytes that are kept of a line; the rest of it is left unread
   */
  BoundedLines(InputStream input, int longest) {
    this.input = new BufferedInputStream(input);
    this.longest = longest;
  }

  /** The next line without its end, or null at the end of the input. */
  String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    shortened = false;
    int next = input.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      if (line.size() == longest) {
        shortened = true;
        break;
      }
      line.write(next);
      next = input.read();
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** Whether the line just read is longer than what was kept of it. */
  boolean isShortened() {
    return shortened;
  }
}
