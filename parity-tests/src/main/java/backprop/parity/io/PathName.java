package backprop.parity.io;

import backprop.parity.model.InvalidInput;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A text that should name a file: what the locale cannot write cannot stand in a path either. */
public final class PathName {
  /** What is expected, and what is in the way. */
  public static final String EXPECTED =
      "a path, found characters that no path can have in this locale";

  private PathName() {}

  /** The path, if the text can be one. */
  public static Optional<Path> find(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  /**
   * The path.
   *
   * @throws InvalidInput if the text can be none
   */
  public static Path of(String text) {
    return find(text)
        .orElseThrow(() -> new InvalidInput("%s: expected %s.".formatted(text, EXPECTED)));
  }
}
