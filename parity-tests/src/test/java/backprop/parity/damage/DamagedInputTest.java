package backprop.parity.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happened to an input, reading it ends in a value or in one sentence, and soon. */
class DamagedInputTest {
  /** Of each kind; more for a longer look: {@code -Ddamaged=100000}. */
  private static final int DAMAGED = Integer.getInteger("damaged", 500);

  @TempDir private static Path folder;

  @TestFactory
  Stream<DynamicTest> everyExampleIsReadOrRefused() throws Exception {
    return tests((name, reading) -> reading.examples().forEach(input -> check(reading, input, 0)));
  }

  @TestFactory
  @Timeout(value = 600, threadMode = ThreadMode.SEPARATE_THREAD)
  Stream<DynamicTest> whatIsDamagedIsReadOrRefused() throws Exception {
    return tests(
        (name, reading) -> {
          Damage damage = new Damage(name.hashCode(), reading.examples());
          int read = 0;
          for (int number = 0; number < DAMAGED; number++) {
            read += check(reading, damage.next(), number) ? 1 : 0;
          }
          assertThat(read).as("of %d were read", DAMAGED).isBetween(1, DAMAGED - 1);
        });
  }

  private static boolean check(Reading reading, byte[] input, int number) {
    try {
      return ReadOrRefused.check(reading, input);
    } catch (Exception | Error problem) {
      String text = new String(input, StandardCharsets.ISO_8859_1);
      throw new AssertionError("input %d: %s".formatted(number, text), problem);
    }
  }

  private static Stream<DynamicTest> tests(BiConsumer<String, Reading> test) throws Exception {
    Map<String, Reading> readings = Readings.in(folder);
    return readings.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> test.accept(entry.getKey(), entry.getValue())));
  }
}
