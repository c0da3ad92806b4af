package backprop.parity.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** A file that is written whole or not at all. */
public final class WholeFile {
  private static final int MOST_LINKS = 40;

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
    Path folder = place(target).toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw unwritable(target, "there is no folder " + folder);
    }
    if (!Files.isWritable(folder)) {
      throw unwritable(target, "permission denied in " + folder);
    }
    tryOut(target);
  }

  /** Permissions do not tell how long a name may be, nor that a folder takes no files at all. */
  private static void tryOut(Path target) {
    Path unfinished = unfinished(target);
    if (Files.isDirectory(unfinished)) {
      throw unwritable(target, "the folder " + unfinished + " is in the way");
    }
    try {
      if (!Files.exists(unfinished, LinkOption.NOFOLLOW_LINKS)) {
        Files.write(unfinished, new byte[0], StandardOpenOption.CREATE_NEW);
        Files.delete(unfinished);
      }
    } catch (NoSuchFileException refused) {
      throw unwritable(target, "its folder takes no new files");
    } catch (IOException problem) {
      throw unwritable(target, Reason.of(problem));
    }
  }

  /** Where a file is written before it takes its place. */
  public static Path unfinished(Path target) {
    Path place = place(target);
    return place.resolveSibling(place.getFileName() + ".unfinished");
  }

  /** Where a file really is, or would be: links are followed, and stay. */
  public static Path place(Path target) {
    Path place = target;
    try {
      for (int links = 0; Files.isSymbolicLink(place); links++) {
        if (links == MOST_LINKS) {
          throw unwritable(target, "found links that lead nowhere");
        }
        place = place.resolveSibling(Files.readSymbolicLink(place));
      }
    } catch (IOException problem) {
      throw unwritable(target, Reason.of(problem));
    }
    return place;
  }

  /**
   * Writes beside the file first, so that a full disk leaves what was there before. Who may read
   * the file stays as it was.
   *
   * @throws InvalidInput if it cannot be written
   */
  public static void write(Path target, String text) {
    requireWritable(target);
    Path place = place(target);
    Path unfinished = unfinished(target);
    try {
      Files.deleteIfExists(unfinished);
      Files.createFile(unfinished);
      if (Files.exists(place)) {
        copyPermissions(place, unfinished);
      }
      Files.writeString(unfinished, text);
      Files.move(unfinished, place, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException problem) {
      unfinished.toFile().delete();
      throw unwritable(target, Reason.of(problem));
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (old != null && view != null) {
      view.setPermissions(old.readAttributes().permissions());
    }
  }

  private static InvalidInput unwritable(Path target, String reason) {
    return new InvalidInput(target + ": expected a file that can be written: " + reason + ".");
  }
}
