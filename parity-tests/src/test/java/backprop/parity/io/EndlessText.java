package backprop.parity.io;

import java.io.InputStream;
import java.util.Arrays;

/** The same character again and again, as a device or a packed file may give it. */
public final class EndlessText extends InputStream {
  private final char character;

  /** Of this character. */
  public EndlessText(char character) {
    this.character = character;
  }

  @Override
  public int read() {
    return character;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    Arrays.fill(bytes, offset, offset + length, (byte) character);
    return length;
  }
}
