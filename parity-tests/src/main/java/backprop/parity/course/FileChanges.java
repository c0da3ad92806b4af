package backprop.parity.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Whether files have been saved, found out by looking again and again.
 *
 * <p>Looking is slower than being notified, but the same on every platform and file system, and it does
 * not matter whether an editor writes a file in place, in pieces, or puts another in its place. A
 * change counts once two looks in a row find the same, with every file there: then nobody is in the
 * middle of writing.
 */
public final class FileChanges {
  private final List<Path> files;
  private List<String> known;
  private List<String> last;

  /** Everything that is saved from now on is a change. */
  public FileChanges(List<Path> files) {
    this.files = List.copyOf(files);
    this.known = look();
    this.last = known;
  }

  /** Looks once; whether there is a finished change since the last one. */
  public boolean appear() {
    List<String> now = look();
    boolean settled = now.equals(last) && !now.contains("");
    last = now;
    if (settled && !now.equals(known)) {
      known = now;
      return true;
    }
    return false;
  }

  private List<String> look() {
    return files.stream().map(FileChanges::look).toList();
  }

  /** What changes with every save; nothing while the file is not there. */
  private static String look(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return "%s %d %s"
          .formatted(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
    } catch (IOException notThere) {
      return "";
    }
  }
}
