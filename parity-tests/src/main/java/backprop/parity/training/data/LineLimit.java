package backprop.parity.training.data;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Passes text on until a line is too long to be one: that of a file without line ends, or behind a
 * quotation mark that never closes.
 */
final class LineLimit extends FilterReader {
  /** In characters, more than a picture of 1000 × 1000 pixels needs. */
  static final int LONGEST = 1 << 24;

  private int count;

  /** Why nothing more is passed on. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  LineLimit(Reader text) {
    super(text);
  }

  /** From here on another line is read. */
  void beginLine() {
    count = 0;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    add(1);
    return next;
  }

  @Override
  public int read(char[] characters, int offset, int length) throws IOException {
    int read = super.read(characters, offset, length);
    add(read);
    return read;
  }

  private void add(int characters) throws TooLong {
    count += characters;
    if (count > LONGEST) {
      throw new TooLong();
    }
  }
}
