package backprop.loops.fast;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many rows the processor's registers hold.
 *
 * <p>A product of four terms and three rows keeps 19 vectors at once: three sums, four terms and
 * twelve factors. Where there are 32 registers they fit. With 16, as in AVX2, two rows with their
 * 14 vectors are faster by an eighth.
 */
final class Registers {
  private static final int BYTES_OF_AVX_512 = 64;

  private Registers() {}

  static int rowsAtOnce() {
    return System.getProperty("os.arch").equals("aarch64") || vectorBytes() >= BYTES_OF_AVX_512
        ? 3
        : 2;
  }

  /** What the JVM's vectors hold at most, 0 where it does not say. */
  private static int vectorBytes() {
    HotSpotDiagnosticMXBean virtualMachine =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    try {
      return Integer.parseInt(virtualMachine.getVMOption("MaxVectorSize").getValue());
    } catch (RuntimeException notSaid) {
      return 0;
    }
  }
}
