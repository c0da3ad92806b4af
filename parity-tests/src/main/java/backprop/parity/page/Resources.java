package backprop.parity.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text files beside this package. */
final class Resources {
  private Resources() {}

  /**
   * The whole text of one file.
   *
   * @param name relative to this package, such as {@code page.html}
   * @throws IllegalStateException if the program was built without it
   */
  static String text(String name) {
    try (InputStream input = Resources.class.getResourceAsStream(name)) {
      if (input == null) {
        throw new IllegalStateException("expected the resource " + name + ", found none");
      }
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
