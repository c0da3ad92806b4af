package backprop.parity.training.data;

import backprop.parity.io.FailureReason;
import backprop.parity.io.LimitedInput;
import backprop.parity.model.InvalidInput;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Somebody's own data: numbers in columns (CSV), or MNIST's IDX files, each gzipped or not.
 *
 * <p>The contents of a file say what it is: IDX begins with two bytes of zero, gzip with 1f 8b. Its
 * name is asked only to tell a broken IDX file from a strange CSV.
 *
 * @see CsvFile what is understood of a CSV
 * @see IdxPair what is understood of IDX files, and how the labels of pictures are found
 */
public final class DataFile {
  private static final String IDX_NAME = ".*([-.]idx\\d?|-ubyte)(\\.gz)?";
  private static final int BUFFER = 1 << 16;
  private static final int GZIP_MAGIC = 0x1f8b;

  /** A file of a few million bytes can unpack to a thousand times as many. */
  private static final long MOST_UNPACKED = 1L << 30;

  private DataFile() {}

  /** Reads the bytes of a file that is open. */
  interface Reading<T> {
    T from(InputStream bytes) throws IOException;
  }

  /**
   * Reads a file, or of a folder the four files of MNIST.
   *
   * @param path of a CSV, or of the file with the pictures of an IDX pair
   * @param targets how many of the last columns of a CSV are numbers to predict; without it the last
   *     column is a label
   * @return with a part held out only if an IDX pair to test with lies beside the one to train with
   * @throws InvalidInput if anything is wrong with it, as one sentence that names the file, the
   *     place and what was expected
   */
  public static TrainingData read(Path path, OptionalInt targets) {
    if (path.toString().isEmpty()) {
      throw new InvalidInput("\"\": expected a path, found nothing.");
    }
    boolean folder = Files.isDirectory(path);
    if (!folder && !path.toString().matches(IDX_NAME)) {
      // Opened only once if it is a CSV, because a pipe cannot be read again.
      TrainingData csv =
          open(
              path,
              bytes ->
                  firstTwo(bytes) == 0
                      ? null
                      : TrainingData.whole(new CsvFile(path, targets).read(bytes)));
      if (csv != null) {
        return csv;
      }
    }
    IdxPair pair = folder ? IdxPair.inFolder(path) : new IdxPair(path);
    if (targets.isPresent()) {
      throw new InvalidInput(path + ": expected a CSV for --targets, found an IDX file.");
    }
    return pair.read();
  }

  /** Every file that is read with it, as far as it is there: the labels of pictures, for one. */
  public static List<Path> readWith(Path path) {
    if (Files.isDirectory(path)) {
      return IdxPair.inFolder(path).files();
    }
    return path.toString().matches(IDX_NAME) ? new IdxPair(path).files() : List.of(path);
  }

  /**
   * Opens a file, which may be a pipe, and unpacks it if it is gzipped, whatever it is called.
   *
   * @throws InvalidInput if it cannot be read
   */
  static <T> T open(Path file, Reading<T> reading) {
    if (Files.isDirectory(file)) {
      throw new InvalidInput(file + ": expected a readable file: is a folder.");
    }
    if (Files.exists(file) && !Files.isReadable(file)) {
      throw new InvalidInput(file + ": expected a readable file: permission denied.");
    }
    try (InputStream packed = buffered(new FileInputStream(file.toFile()));
        InputStream bytes =
            firstTwo(packed) == GZIP_MAGIC ? buffered(unpacked(file, packed)) : packed) {
      return reading.from(bytes);
    } catch (EOFException cut) {
      throw new InvalidInput(file + ": expected a whole gzip file, found only its beginning.");
    } catch (ZipException damaged) {
      String sentence = "%s: expected a gzip file, found a damaged one (%s).";
      throw new InvalidInput(sentence.formatted(file, damaged.getMessage()));
    } catch (IOException problem) {
      String reason = FailureReason.of(problem);
      throw new InvalidInput(file + ": expected a readable file: " + reason + ".");
    }
  }

  private static InputStream unpacked(Path file, InputStream packed) throws IOException {
    String advice = "gunzip it to read it all the same";
    return new LimitedInput(
        file.toString(), new GZIPInputStream(packed, BUFFER), MOST_UNPACKED, advice);
  }

  private static InputStream buffered(InputStream bytes) {
    return new BufferedInputStream(bytes, BUFFER);
  }

  /** The first two bytes, which stay to be read; negative if there are none. */
  private static int firstTwo(InputStream bytes) throws IOException {
    bytes.mark(2);
    int both = bytes.read() << Byte.SIZE | bytes.read();
    bytes.reset();
    return both;
  }
}
