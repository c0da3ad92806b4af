package backprop.parity.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalDouble;

/**
 * How many bytes one gradient allocates, counted by the JVM for the thread that asks for it.
 *
 * <p>JMH's profiler counts what JMH itself allocates too, which is more than nothing.
 */
final class Allocation {
  private static final int GRADIENTS = 5;
  private static final int TIMES = 3;

  private Allocation() {}

  /** Empty for what uses other threads. */
  static OptionalDouble ofOneGradient(String method, Workload workload) {
    GradientBenchmark benchmark = new GradientBenchmark();
    benchmark.workload = workload;
    benchmark.prepare();
    try {
      return switch (method) {
        case "loops" -> OptionalDouble.of(bytes(benchmark::loops));
        case "matrix" -> OptionalDouble.of(bytes(benchmark::matrix));
        case "fast" -> OptionalDouble.of(bytes(benchmark::fast));
        default -> OptionalDouble.empty();
      };
    } finally {
      benchmark.endThreads();
    }
  }

  /** The least of a few times: the JVM allocates some bytes of its own while it compiles. */
  private static double bytes(Runnable gradient) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int time = 0; time < TIMES; time++) {
      long before = thread.getCurrentThreadAllocatedBytes();
      for (int count = 0; count < GRADIENTS; count++) {
        gradient.run();
      }
      least = Math.min(least, thread.getCurrentThreadAllocatedBytes() - before);
    }
    return (double) least / GRADIENTS;
  }
}
