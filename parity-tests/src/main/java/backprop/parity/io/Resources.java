package backprop.parity.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files beside the classes. */
public final class Resources {
  private Resources() {}

  /**
   * The whole text of one file.
   *
   * @param neighbour a class of the package that it lies in
   * @param name relative to that package, such as {@code page.html}
   * @throws IllegalStateException if the program was built without it
   */
  public static String text(Class<?> neighbour, String name) {
    return new String(bytes(neighbour, name).readAllBytes(), StandardCharsets.UTF_8);
  }

  /**
   * The bytes of one file, in memory: nothing needs to be closed.
   *
   * @param neighbour a class of the package that it lies in
   * @param name relative to that package
   * @throws IllegalStateException if the program was built without it
   */
  public static ByteArrayInputStream bytes(Class<?> neighbour, String name) {
    try (InputStream input = neighbour.getResourceAsStream(name)) {
      if (input == null) {
        throw new IllegalStateException("expected the resource " + name + ", found none");
      }
      return new ByteArrayInputStream(input.readAllBytes());
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
