package backprop.parity.io;

import backprop.parity.model.InvalidInput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes bytes on up to a limit, then refuses. */
public final class LimitedInput extends FilterInputStream {
  private final String origin;
  private final long limit;
  private long count;

  /**
   * Passes on what comes from there.
   *
   * @param origin what messages call it
   * @param limit in bytes
   */
  public LimitedInput(String origin, InputStream input, long limit) {
    super(input);
    this.origin = origin;
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    add(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    add(StrictMath.max(read, 0));
    return read;
  }

  private void add(int bytes) {
    count += bytes;
    if (count > limit) {
      String sentence = "%s: expected at most %d bytes, found more (--max-bytes raises the limit).";
      throw new InvalidInput(sentence.formatted(origin, limit));
    }
  }
}
