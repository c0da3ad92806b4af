package backprop.parity.training.data;

import backprop.parity.model.InvalidInput;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * How much memory data may take, so that what does not fit is refused before it is read and not when
 * nothing else works any more.
 *
 * @param bytes for the numbers
 * @param fileBytes that one file may have, counted after unpacking
 */
record MemoryBudget(long bytes, long fileBytes) {
  private static final long BYTES_OF_A_MEGABYTE = 1_000_000;

  /** Room in memory, whatever the size of a file. */
  MemoryBudget(long bytes) {
    this(bytes, Long.MAX_VALUE);
  }

  /** Three quarters of what this JVM may use; the rest is for the network and its gradients. */
  static MemoryBudget ofThisMachine(OptionalLong fileBytes) {
    long bytes = Runtime.getRuntime().maxMemory() / 4 * 3;
    return new MemoryBudget(bytes, fileBytes.orElse(Long.MAX_VALUE));
  }

  /**
   * Refuses more than fits.
   *
   * @param file that holds them
   * @param samples so many rows
   * @param numbers of a row
   * @throws InvalidInput if they take more than the room
   */
  void require(Path file, long samples, long numbers) {
    double needed = (double) samples * numbers * Double.BYTES;
    if (needed > bytes) {
      String sentence =
          "%s: expected at most %d MB of numbers, found more: %d samples of %d numbers take %d MB"
              + " (java -Xmx gives more memory).";
      long most = bytes / BYTES_OF_A_MEGABYTE;
      throw new InvalidInput(
          sentence.formatted(file, most, samples, numbers, (long) (needed / BYTES_OF_A_MEGABYTE)));
    }
  }

  /** What is left beside data that are there already. */
  MemoryBudget beside(DataSet data) {
    return new MemoryBudget(bytes - (long) data.size() * data.inputs() * Double.BYTES, fileBytes);
  }
}
