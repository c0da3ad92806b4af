package backprop.parity.training.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that may come from a pipe, which fails when it is asked how many there are. */
final class PipeInput extends FilterInputStream {
  PipeInput(InputStream bytes) {
    super(bytes);
  }

  /** Of a pipe, that there may be more: with 0, gzip would take its first part for the whole. */
  @Override
  public int available() {
    try {
      return super.available();
    } catch (IOException pipe) {
      return 1;
    }
  }
}
