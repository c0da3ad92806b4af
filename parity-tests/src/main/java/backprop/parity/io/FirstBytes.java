package backprop.parity.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first characters of a file, which tell whose it is. */
public final class FirstBytes {
  private FirstBytes() {}

  /**
   * As much of it as there is.
   *
   * @param length at most, in bytes of UTF-8
   * @throws IOException if the file cannot be read
   */
  public static String of(Path file, int length) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return new String(bytes.readNBytes(length), StandardCharsets.UTF_8);
    }
  }
}
