package backprop.loops.fast;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that share out the rows of one step after the other. No sum is ever split, so the bits do
 * not depend on how many there are.
 *
 * <p>The caller works as well. Handing over costs about as much as some thousand multiplications,
 * so where there is little to do, fewer take part. A step may take microseconds, so those who wait
 * keep looking for a while before they go to sleep.
 */
final class Crew implements AutoCloseable {
  private static final int LOOKS_BEFORE_SLEEP = 10_000;

  /** Multiplications for which a thread is worth calling. */
  private static final long WORTH_A_THREAD = 16 * 1024;

  private final int group;
  private final Worker[] workers;
  private final AtomicInteger working = new AtomicInteger();

  /** Written before a call, read after: the volatile call hands them over. */
  private RowStep step;

  private int rows;
  private int share;

  /** Which call this is and how many members it is for, in one word: they must not be mixed up. */
  private volatile long call;

  private volatile boolean closed;
  private volatile Throwable failure;

  /**
   * Starts all threads but the caller's own.
   *
   * @param threads the caller's included
   * @param group rows that are best computed at once, which no two threads share
   */
  Crew(int threads, int group) {
    this.group = group;
    workers = new Worker[threads - 1];
    for (int w = 0; w < workers.length; w++) {
      workers[w] = new Worker(w + 1);
      workers[w].start();
    }
  }

  /**
   * Computes every row of the step and returns when all are there.
   *
   * @param work about how many multiplications a row takes
   */
  void run(RowStep step, int rows, long work) {
    int members = members(rows, work);
    if (members == 1) {
      step.rows(0, rows);
      return;
    }
    this.step = step;
    this.rows = rows;
    share = share(rows, members);
    working.set(members - 1);
    call(members);
    try {
      rowsOf(0);
    } finally {
      waitForWorkers();
    }
    if (failure != null) {
      throw new IllegalStateException("a thread failed", failure);
    }
  }

  private int members(int rows, long work) {
    long worthIt = StrictMath.max(1, rows * work / WORTH_A_THREAD);
    return (int) StrictMath.min(worthIt, workers.length + 1);
  }

  /** Equal shares, but whole groups. */
  private int share(int rows, int members) {
    int groups = (rows + group - 1) / group;
    return (groups + members - 1) / members * group;
  }

  private void rowsOf(int member) {
    int from = member * share;
    if (from < rows) {
      step.rows(from, from + share < rows ? from + share : rows);
    }
  }

  /** Only the caller ever calls. */
  private void call(int members) {
    long number = (call >> Integer.SIZE) + 1;
    call = number << Integer.SIZE | members;
    for (int w = 0; w < members - 1; w++) {
      workers[w].wake();
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

  /** Ends the threads. */
  @Override
  public void close() {
    closed = true;
    call(workers.length + 1);
  }

  /** Whether it was closed. */
  boolean isClosed() {
    return closed;
  }

  /** A thread that waits for calls. */
  private final class Worker extends Thread {
    private final int member;
    private volatile boolean asleep;

    Worker(int member) {
      super("backprop-rows-" + member);
      this.member = member;
      setDaemon(true);
    }

    @Override
    public void run() {
      long seen = 0;
      while (true) {
        seen = nextCallAfter(seen);
        if (closed) {
          return;
        }
        if (member < (int) seen) {
          work();
        }
      }
    }

    private void work() {
      try {
        rowsOf(member);
      } catch (RuntimeException | Error thrown) {
        failure = thrown;
      } finally {
        working.decrementAndGet();
      }
    }

    private long nextCallAfter(long seen) {
      int looks = 0;
      while (call == seen) {
        looks++;
        if (looks < LOOKS_BEFORE_SLEEP) {
          Thread.onSpinWait();
        } else {
          sleepUnlessCalled(seen);
        }
      }
      return call;
    }

    /** Says so first and looks once more: a call is either seen here, or it wakes. */
    private void sleepUnlessCalled(long seen) {
      asleep = true;
      if (call == seen) {
        LockSupport.park(Crew.this);
      }
      asleep = false;
    }

    void wake() {
      if (asleep) {
        LockSupport.unpark(this);
      }
    }
  }
}
