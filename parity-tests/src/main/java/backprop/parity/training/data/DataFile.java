package backprop.parity.training.data;

import backprop.parity.model.InvalidInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Somebody's own data: numbers in columns (CSV), or MNIST's IDX files, each gzipped or not.
 *
 * <p>What a file is, its contents say: IDX begins with two bytes of zero, gzip with 1f 8b. Only to
 * tell a broken IDX file from a strange CSV its name is asked, too.
 *
 * @see CsvFile what is understood of a CSV
 * @see IdxPair what is understood of IDX files, and how the labels of pictures are found
 */
public final class DataFile {
  private static final Pattern IDX_NAME = Pattern.compile(".*([-.]idx\\d?|-ubyte)(\\.gz)?");

  private DataFile() {}

  /**
   * Reads a file, or of a folder the four files of MNIST.
   *
   * @param path of a CSV, or of the file with the pictures of an IDX pair
   * @param fileBytes that each file may have, counted after unpacking, if somebody set a limit
   * @return with a part held out only if an IDX pair to test with lies beside the one to train with
   * @throws InvalidInput if anything is wrong with it, as one sentence that names the file, the
   *     place and what was expected
   */
  public static TrainingData read(Path path, DataOptions options, OptionalLong fileBytes) {
    return read(path, options, MemoryBudget.ofThisMachine(fileBytes));
  }

  /** Every file that is read with it, as far as it is there: the labels of pictures, for one. */
  public static List<Path> readWith(Path path) {
    if (Files.isDirectory(path)) {
      return IdxPair.inFolder(path).files();
    }
    return hasIdxName(path) ? IdxPair.ofPictures(path).files() : List.of(path);
  }

  private static boolean hasIdxName(Path path) {
    return IDX_NAME.matcher(path.toString()).matches();
  }

  static TrainingData read(Path path, DataOptions options, MemoryBudget room) {
    if (path.toString().isEmpty()) {
      throw new InvalidInput("\"\": expected a path, found nothing.");
    }
    if (Files.isDirectory(path)) {
      return IdxPair.inFolder(path).read(options, room);
    }
    // Opened once if it is a CSV, for a pipe cannot be read again.
    try (DataBytes bytes = DataBytes.open(path, room.fileBytes())) {
      boolean idx = bytes.startsWithZeros() || hasIdxName(path);
      if (!idx) {
        return TrainingData.whole(new CsvFile(path, options, room).read(bytes));
      }
    }
    return IdxPair.ofPictures(path).read(options, room);
  }
}
