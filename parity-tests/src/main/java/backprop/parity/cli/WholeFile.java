package backprop.parity.cli;

import backprop.parity.cases.InvalidInput;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
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
    } catch (IOException problem) {
      unfinished.toFile().delete();
      throw unwritable(target, reason(problem, target.toAbsolutePath().getParent()));
    }
  }

  /** Java's own messages are often nothing but the name of a file. */
  private static String reason(IOException problem, Path folder) {
    if (!Files.isDirectory(folder)) {
      return "there is no folder " + folder;
    }
    if (problem instanceof AccessDeniedException || problem instanceof NoSuchFileException) {
      return "nothing may be written in " + folder;
    }
    return problem.getMessage();
  }

  private static InvalidInput unwritable(Path target, String reason) {
    return new InvalidInput(target + ": expected a file that can be written: " + reason + ".");
  }
}
