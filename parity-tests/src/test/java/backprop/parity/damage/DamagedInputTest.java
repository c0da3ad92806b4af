package backprop.parity.damage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happened to an input, reading it ends in a value or in one sentence, soon, and with no more
 * memory than its length explains.
 */
@Timeout(value = 600, threadMode = ThreadMode.SEPARATE_THREAD)
class DamagedInputTest {
  /** Of each kind; more for a longer look: {@code -Ddamaged=100000}. */
  private static final int DAMAGED = Integer.getInteger("damaged", 500);

  /** A parser's buffers, and the objects around each number. */
  private static final long ALLOCATED_AT_ONCE = 16 << 20;

  private static final long ALLOCATED_PER_BYTE = 2_000;
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static Map<String, Reading> readings;

  @BeforeAll
  static void openFolder(@TempDir Path folder) throws Exception {
    readings = Readings.in(folder);
  }

  static Set<String> names() {
    return readings.keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyExampleIsReadOrRefused(String name) {
    Reading reading = readings.get(name);
    reading.examples().forEach(input -> check(reading, input));
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatIsDamagedIsReadOrRefused(String name) {
    Reading reading = readings.get(name);
    Damage damage = new Damage(name.hashCode(), reading.examples());
    int read = 0;
    for (int number = 0; number < DAMAGED; number++) {
      read += check(reading, damage.next()) ? 1 : 0;
    }
    assertThat(read).as("of %d were read", DAMAGED).isBetween(1, DAMAGED - 1);
  }

  private static boolean check(Reading reading, byte[] input) {
    try {
      long before = THREAD.getCurrentThreadAllocatedBytes();
      boolean read = ReadOrRefused.check(reading, input);
      assertThat(THREAD.getCurrentThreadAllocatedBytes() - before)
          .as("bytes allocated for %d bytes", input.length)
          .isLessThan(ALLOCATED_AT_ONCE + ALLOCATED_PER_BYTE * input.length);
      return read;
    } catch (Exception | Error problem) {
      throw new AssertionError(new String(input, StandardCharsets.ISO_8859_1), problem);
    }
  }
}
