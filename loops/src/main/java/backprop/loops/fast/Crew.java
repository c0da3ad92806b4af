package backprop.loops.fast;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that share out the rows of one step after the other. No sum is ever split, so the bits do
 * not depend on how many there are.
 *
 * <p>The caller works as well. A step may take microseconds, so those who wait keep looking for
 * a while before they go to sleep.
 */
final class Crew implements AutoCloseable {
  private static final int LOOKS_BEFORE_SLEEP = 10_000;

  private final Thread[] workers;
  private final AtomicInteger working = new AtomicInteger();

  /** Written before the round begins, read after: the volatile round hands them over. */
  private RowStep step;

  private int rows;
  private int share;
  private volatile int round;
  private volatile boolean closed;
  private volatile Throwable failure;

  /** Starts all threads but the caller's own. */
  Crew(int threads) {
    workers = new Thread[threads - 1];
    for (int w = 0; w < workers.length; w++) {
      int member = w + 1;
      workers[w] = new Thread(() -> work(member), "backprop-rows-" + member);
      workers[w].setDaemon(true);
      workers[w].start();
    }
  }

  /** Computes every row of the step and returns when all are there. */
  void run(RowStep step, int rows) {
    if (workers.length == 0) {
      step.rows(0, rows);
      return;
    }
    this.step = step;
    this.rows = rows;
    share = share(rows, workers.length + 1);
    working.set(workers.length);
    round++; // only ever by the caller
    for (Thread worker : workers) {
      LockSupport.unpark(worker);
    }
    try {
      rowsOf(0);
    } finally {
      waitForWorkers();
    }
    if (failure != null) {
      throw new IllegalStateException("a thread failed", failure);
    }
  }

  /** Equal shares, but whole groups of the rows that are computed at once. */
  private static int share(int rows, int members) {
    int groups = (rows + Product.ROWS_AT_ONCE - 1) / Product.ROWS_AT_ONCE;
    return (groups + members - 1) / members * Product.ROWS_AT_ONCE;
  }

  private void rowsOf(int member) {
    int from = member * share;
    if (from < rows) {
      step.rows(from, from + share < rows ? from + share : rows);
    }
  }

  private void waitForWorkers() {
    int looks = 0;
    while (working.get() > 0) {
      looks++;
      if (looks < LOOKS_BEFORE_SLEEP) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }

  private void work(int member) {
    int seen = 0;
    while (true) {
      waitForRoundAfter(seen);
      if (closed) {
        return;
      }
      seen++;
      try {
        rowsOf(member);
      } catch (RuntimeException | Error thrown) {
        failure = thrown;
      } finally {
        working.decrementAndGet();
      }
    }
  }

  private void waitForRoundAfter(int seen) {
    int looks = 0;
    while (round == seen) {
      looks++;
      if (looks < LOOKS_BEFORE_SLEEP) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
      }
    }
  }

  /** Ends the threads. */
  @Override
  public void close() {
    closed = true;
    round++;
    for (Thread worker : workers) {
      LockSupport.unpark(worker);
    }
  }

  /** Whether it was closed. */
  boolean isClosed() {
    return closed;
  }
}
