package backprop.parity.training.data;

import backprop.parity.io.FailureReason;
import backprop.parity.model.InvalidInput;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a file, unpacked if their beginning says that they are gzipped, whatever the file is
 * called. Where reading fails, {@link InvalidInput} says why in one sentence.
 */
final class DataBytes extends FilterInputStream {
  private static final int BUFFER = 1 << 16;
  private static final int GZIP_MAGIC = 0x1f8b;

  private final Path file;
  private long most;
  private String remedy = "--max-bytes raises the limit";
  private long count;

  private DataBytes(Path file, InputStream plain, long most) {
    super(plain);
    this.file = file;
    this.most = most;
  }

  /**
   * Opens a file; a pipe is a file too.
   *
   * @param most bytes that it may have, counted after unpacking
   * @throws InvalidInput if there is none, or nobody may read it; a folder fails when it is read
   */
  static DataBytes open(Path file, long most) {
    try {
      InputStream input = new PipeInput(Files.newInputStream(file));
      return open(file, new BufferedInputStream(input, BUFFER), most);
    } catch (IOException problem) {
      throw unreadable(file, problem);
    }
  }

  private static DataBytes open(Path file, BufferedInputStream packed, long most)
      throws IOException {
    try {
      boolean gzipped = magic(packed) == GZIP_MAGIC;
      InputStream plain =
          gzipped ? new BufferedInputStream(new GZIPInputStream(packed, BUFFER), BUFFER) : packed;
      return new DataBytes(file, plain, most);
    } catch (IOException problem) {
      packed.close();
      throw problem;
    }
  }

  /** The first two bytes, which stay to be read. */
  private static int magic(BufferedInputStream bytes) throws IOException {
    bytes.mark(2);
    int magic = bytes.read() << 8 | bytes.read();
    bytes.reset();
    return magic;
  }

  /** Whether the first two bytes are both zero, which no text begins with; they stay to be read. */
  boolean startsWithZeros() {
    return startsWith(0);
  }

  /** Whether they are the byte order mark of UTF-16, of either order; they stay to be read. */
  boolean startsLikeUtf16() {
    return startsWith(0xFFFE) || startsWith(0xFEFF);
  }

  private boolean startsWith(int twoBytes) {
    try {
      in.mark(2);
      boolean same = in.read() == twoBytes >>> Byte.SIZE && in.read() == (twoBytes & 0xFF);
      in.reset();
      return same;
    } catch (IOException problem) {
      throw unreadable(file, problem);
    }
  }

  /** Refuses, from now on, to read more bytes than memory has room for, counted after unpacking. */
  void limitToMemory(long bytes) {
    if (bytes < most) {
      most = bytes;
      remedy = "java -Xmx gives more memory";
    }
  }

  /** How many bytes were read so far, counted after unpacking. */
  long count() {
    return count;
  }

  @Override
  public int read() {
    try {
      int next = super.read();
      add(next < 0 ? 0 : 1);
      return next;
    } catch (IOException problem) {
      throw unreadable(file, problem);
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    try {
      int read = super.read(bytes, offset, length);
      add(StrictMath.max(read, 0));
      return read;
    } catch (IOException problem) {
      throw unreadable(file, problem);
    }
  }

  @Override
  public byte[] readNBytes(int length) {
    try {
      return super.readNBytes(length);
    } catch (IOException problem) {
      throw unreadable(file, problem);
    }
  }

  @Override
  public void close() {
    try {
      super.close();
    } catch (IOException problem) {
      throw unreadable(file, problem);
    }
  }

  private void add(int bytes) {
    count += bytes;
    if (count > most) {
      String sentence = "%s: expected at most %d bytes, found more (%s).";
      throw new InvalidInput(sentence.formatted(file, most, remedy));
    }
  }

  private static InvalidInput unreadable(Path file, IOException problem) {
    if (problem instanceof EOFException) {
      return new InvalidInput(file + ": expected a whole gzip file, found only its beginning.");
    }
    if (problem instanceof ZipException) {
      String sentence = "%s: expected a gzip file, found a damaged one (%s).";
      return new InvalidInput(sentence.formatted(file, problem.getMessage()));
    }
    return new InvalidInput(
        file + ": expected a readable file: " + FailureReason.of(problem) + ".");
  }
}
