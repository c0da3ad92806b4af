package backprop.parity.sources.candidate;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A process that goes on running though nobody needs it any more. */
public final class StrayProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private StrayProcess() {}

  /** What is killed takes a moment to end, and on a busy machine more than one. */
  public static boolean is(ProcessHandle process) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (isRunning(process) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
    return isRunning(process);
  }

  /** One that has ended but was not collected by its parent has no command any more. */
  private static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }
}
