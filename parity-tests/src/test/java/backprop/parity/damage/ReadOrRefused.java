package backprop.parity.damage;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.InvalidInput;
import backprop.parity.model.Printable;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * What reading must end in, whatever there is to read: in a value that is the same when it is written
 * and read again, or in one sentence; and in memory that the length of the input bounds.
 */
final class ReadOrRefused {
  /** A parser's buffers, and the objects around each number. */
  private static final long ALLOCATED_AT_ONCE = 16 << 20;

  private static final long ALLOCATED_PER_BYTE = 2_000;
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private ReadOrRefused() {}

  /**
   * Checks one input.
   *
   * @return whether it was read
   */
  static boolean check(Reading reading, byte[] input) throws IOException {
    long before = THREAD.getCurrentThreadAllocatedBytes();
    Optional<Optional<byte[]>> read = read(reading, input);
    assertThat(THREAD.getCurrentThreadAllocatedBytes() - before)
        .as("bytes allocated for %d bytes", input.length)
        .isLessThan(ALLOCATED_AT_ONCE + ALLOCATED_PER_BYTE * input.length);
    if (read.isPresent() && read.get().isPresent()) {
      byte[] written = read.get().get();
      assertThat(reading.read(written)).as("what was written is read").hasValue(written);
    }
    return read.isPresent();
  }

  private static Optional<Optional<byte[]>> read(Reading reading, byte[] input) throws IOException {
    try {
      return Optional.of(reading.read(input));
    } catch (InvalidInput refusal) {
      assertThat(refusal.getMessage())
          .matches(Printable::is, "is printable and one line")
          .endsWith(".")
          .contains(":")
          .doesNotContain("Exception", "java.", "jackson", "[Source", "Feature")
          .hasSizeBetween(10, 1_000);
      return Optional.empty();
    }
  }
}
