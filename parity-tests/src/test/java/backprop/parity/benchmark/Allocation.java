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

  /** The second time, when all that is made only once has been made. */
  private static double bytes(Runnable gradient) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = 0;
    for (int time = 0; time < 2; time++) {
      before = thread.getCurrentThreadAllocatedBytes();
      for (int count = 0; count < GRADIENTS; count++) {
        gradient.run();
      }
    }
    return (double) (thread.getCurrentThreadAllocatedBytes() - before) / GRADIENTS;
  }
}
