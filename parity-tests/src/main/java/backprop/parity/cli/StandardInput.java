package backprop.parity.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Standard input, which a shell may have closed: {@code <&-}. */
final class StandardInput {
  private static final Path DESCRIPTOR = Path.of("/dev/fd/0");

  private StandardInput() {}

  /**
   * What there is to read; nothing if it is closed.
   *
   * <p>Then the first file that the JVM opens, one of its own, has the number of standard input.
   */
  static InputStream orNothing(InputStream input) {
    try {
      Path runtime = Path.of(System.getProperty("java.home")).toRealPath();
      return DESCRIPTOR.toRealPath().startsWith(runtime) ? InputStream.nullInputStream() : input;
    } catch (IOException noFile) { // a pipe or a terminal, or a system that does not tell
      return input;
    }
  }
}
