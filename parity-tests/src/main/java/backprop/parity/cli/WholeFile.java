package backprop.parity.cli;

import backprop.parity.cases.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written whole or not at all. */
final class WholeFile {
  private WholeFile() {}

  /**
   * Writes beside the file first, so that a full disk leaves what was there before.
   *
   * @throws InvalidInput if it cannot be written
   */
  static void write(Path target, String text) {
    if (Files.isDirectory(target)) {
      throw unwritable(target, "it is a folder");
    }
    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    try {
      Files.writeString(unfinished, text);
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException problem) {
      throw unwritable(target, "there is no folder " + target.getParent());
    } catch (IOException problem) {
      unfinished.toFile().delete();
      throw unwritable(target, problem.getMessage());
    }
  }

  private static InvalidInput unwritable(Path target, String reason) {
    return new InvalidInput(target + ": expected a file that can be written: " + reason + ".");
  }
}
