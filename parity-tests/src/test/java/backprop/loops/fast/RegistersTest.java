package backprop.loops.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How many rows the registers hold is what the JVM says, not what the processor could do. */
class RegistersTest {
  @Test
  void sixteenRegistersHoldTwoRows() throws IOException {
    assumeTrue(System.getProperty("os.arch").equals("amd64"), "UseAVX is for these processors");
    assertThat(rowsAtOnceWith("-XX:UseAVX=2")).isEqualTo("2");
  }

  private static String rowsAtOnceWith(String option) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(java, option, "-cp", classes, RowsAtOnce.class.getName()).start();
    return new String(process.getInputStream().readAllBytes()).strip();
  }

  /** Prints it. */
  static final class RowsAtOnce {
    private RowsAtOnce() {}

    public static void main(String[] arguments) {
      System.out.print(Registers.rowsAtOnce());
    }
  }
}
