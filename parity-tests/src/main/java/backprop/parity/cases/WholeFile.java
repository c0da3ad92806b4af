package backprop.parity.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written whole or not at all. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Asks before any work is done whether the file could be written in the end.
   *
   * @throws InvalidInput if there is something else in its place, or no folder for it
   */
  public static void requireWritable(Path target) {
    if (target.toString().isBlank() || target.getFileName() == null) {
      throw unwritable(target, "found no file name");
    }
    if (Files.isDirectory(target)) {
      throw unwritable(target, "it is a folder");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw unwritable(target, "found something else in its place");
    }
    Path folder = target.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw unwritable(target, "there is no folder " + folder);
    }
    if (!Files.isWritable(folder)) {
      throw unwritable(target, "permission denied in " + folder);
    }
  }

  /**
   * Writes beside the file first, so that a full disk leaves what was there before.
   *
   * @throws InvalidInput if it cannot be written
   */
  public static void write(Path target, String text) {
    requireWritable(target);
    Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
    try {
      Files.writeString(unfinished, text);
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException problem) {
      unfinished.toFile().delete();
      throw unwritable(target, Reason.of(problem));
    }
  }

  private static InvalidInput unwritable(Path target, String reason) {
    return new InvalidInput(target + ": expected a file that can be written: " + reason + ".");
  }
}
