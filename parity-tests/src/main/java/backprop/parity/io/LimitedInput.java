package backprop.parity.io;

import backprop.parity.model.InvalidInput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes bytes on up to a limit, then refuses. */
public final class LimitedInput extends FilterInputStream {
  private final String origin;
  private final long limit;
  private final String advice;
  private long count;

  /**
   * Passes on what comes from there.
   *
   * @param origin what messages call it
   * @param limit in bytes
   * @param advice for those whose input is larger
   */
  public LimitedInput(String origin, InputStream input, long limit, String advice) {
    super(input);
    this.origin = origin;
    this.limit = limit;
    this.advice = advice;
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
      String sentence = "%s: expected at most %d bytes, found more (%s).";
      throw new InvalidInput(sentence.formatted(origin, limit, advice));
    }
  }
}
