package backprop.parity.training.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files as the description of the format says, with no help of the reader. */
final class IdxBytes {
  static final int BYTES = 0x0800;
  static final int SIGNED_BYTES = 0x0900;
  static final int SHORTS = 0x0B00;
  static final int INTS = 0x0C00;
  static final int FLOATS = 0x0D00;
  static final int DOUBLES = 0x0E00;

  private IdxBytes() {}

  /** The header of a type and its sizes. */
  static byte[] header(int type, int... sizes) {
    ByteBuffer header = ByteBuffer.allocate(4 + 4 * sizes.length).putInt(type + sizes.length);
    for (int size : sizes) {
      header.putInt(size);
    }
    return header.array();
  }

  /** Pictures of 2 × 3 pixels, with grey levels that count on from 0 by 7. */
  static byte[] pictures(int samples) {
    byte[] pixels = new byte[samples * 6];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 7);
    }
    return joined(header(BYTES, samples, 2, 3), pixels);
  }

  /** Labels, a byte each. */
  static byte[] labels(int... labels) {
    byte[] bytes = new byte[labels.length];
    for (int s = 0; s < labels.length; s++) {
      bytes[s] = (byte) labels[s];
    }
    return joined(header(BYTES, labels.length), bytes);
  }

  static byte[] joined(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }

  static byte[] gzipped(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
