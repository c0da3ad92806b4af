package backprop.parity.io;

import backprop.parity.model.InvalidInput;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.UUID;

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
    requirePlace(target);
    // Permissions do not tell that a folder takes no files at all.
    beside(target, unfinished -> {});
  }

  private static void requirePlace(Path target) {
    if (target.toString().isBlank() || target.getFileName() == null) {
      throw unwritable(target, "found no file name");
    }
    if (Files.isDirectory(target)) {
      throw unwritable(target, "it is a folder");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw unwritable(target, "found something else in its place");
    }
    Path folder = folder(target);
    if (!Files.isDirectory(folder)) {
      throw unwritable(target, "there is no folder " + folder);
    }
    if (!Files.isWritable(folder)) {
      throw unwritable(target, "permission denied in " + folder);
    }
    requirePossibleName(target);
  }

  /** A file that is not there may have a name that none can have. */
  private static void requirePossibleName(Path target) {
    try {
      Files.readAttributes(place(target), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException notThereYet) {
      // So it can be made.
    } catch (IOException problem) {
      throw unwritable(target, FailureReason.of(problem));
    }
  }

  private static Path folder(Path target) {
    return place(target).toAbsolutePath().getParent();
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
      throw unwritable(target, FailureReason.of(problem));
    }
    return place;
  }

  /**
   * Writes beside the file first, so that a full disk leaves what was there before; and to the disk,
   * so that a power cut does, too. Who may read the file stays as it was. If others write the same
   * file at the same time, the last one's is there.
   *
   * @throws InvalidInput if it cannot be written
   */
  public static void write(Path target, String text) {
    requirePlace(target);
    Path place = place(target);
    beside(
        target,
        unfinished -> {
          if (Files.exists(place)) {
            copyPermissions(place, unfinished);
          }
          Files.writeString(unfinished, text);
          try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
          }
          Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        });
  }

  /** What is done with a file that nobody else knows. */
  private interface Work {
    void on(Path unfinished) throws IOException;
  }

  /** Makes an empty file beside the target, and leaves none behind. */
  private static void beside(Path target, Work work) {
    Path unfinished = folder(target).resolve(".backprop-" + UUID.randomUUID() + ".unfinished");
    try {
      try {
        Files.createFile(unfinished);
        work.on(unfinished);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (NoSuchFileException refused) {
      throw unwritable(target, "its folder takes no new files");
    } catch (IOException problem) {
      throw unwritable(target, FailureReason.of(problem));
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
