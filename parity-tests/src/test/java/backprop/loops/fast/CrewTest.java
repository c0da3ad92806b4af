package backprop.loops.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads share out rows: every row once, and no failure is lost. */
class CrewTest {
  /** Work that is worth a thread for every row. */
  private static final long MUCH = 1 << 20;

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 3, 5})
  void everyRowIsComputedExactlyOnce(int threads) {
    try (Crew crew = new Crew(threads, 3)) {
      for (int rows = 0; rows <= 40; rows++) {
        AtomicIntegerArray times = new AtomicIntegerArray(rows);
        crew.run((from, to) -> countRows(times, from, to), rows, MUCH);
        for (int r = 0; r < rows; r++) {
          assertThat(times.get(r)).as("row %d of %d", r, rows).isEqualTo(1);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0} multiplications a row")
  @CsvSource({"1, 1", "1000, 1", "1024, 2", "2000, 3", "16384, 16", "1000000, 16"})
  void littleWorkIsForFewThreads(long work, int members) {
    Set<String> shares = new ConcurrentSkipListSet<>();
    try (Crew crew = new Crew(16, 1)) {
      crew.run((from, to) -> shares.add(from + " to " + to), 32, work);
    }
    assertThat(shares).hasSize(members);
  }

  /** Some sit out most calls and must still be there for the next that they are called for. */
  @Test
  @Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
  void sixteenThreadsTakePartInTurns() {
    AtomicIntegerArray times = new AtomicIntegerArray(32);
    int rounds = 5_000;
    try (Crew crew = new Crew(16, 1)) {
      for (int round = 0; round < rounds; round++) {
        crew.run((from, to) -> countRows(times, from, to), 32, 1L << round % 16);
      }
    }
    for (int r = 0; r < 32; r++) {
      assertThat(times.get(r)).as("row %d", r).isEqualTo(rounds);
    }
  }

  private static void countRows(AtomicIntegerArray times, int from, int to) {
    for (int r = from; r < to; r++) {
      times.incrementAndGet(r);
    }
  }

  /** Whole groups of three rows, as many for each as there are. */
  @ParameterizedTest(name = "{0} threads, {1} rows")
  @CsvSource({"2, 6, 3", "2, 7, 6", "3, 20, 9", "5, 40, 9", "3, 18, 6", "3, 6, 3", "4, 1, 3"})
  void theSharesAreAsEqualAsWholeGroupsAllow(int threads, int rows, int share) {
    Set<String> expected = new TreeSet<>();
    for (int from = 0; from < rows; from += share) {
      expected.add(from + " to " + Math.min(from + share, rows));
    }
    Set<String> found = new ConcurrentSkipListSet<>();
    try (Crew crew = new Crew(threads, 3)) {
      crew.run((from, to) -> found.add(from + " to " + to), rows, MUCH);
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  @Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
  void threadsThatWaitSleepAndWakeAndEnd() throws InterruptedException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Crew crew = new Crew(3, 3);
    Set<Thread> workers = new HashSet<>(Thread.getAllStackTraces().keySet());
    workers.removeAll(before);
    workers.removeIf(thread -> !thread.getName().matches("backprop-rows-[12]"));
    assertThat(workers).hasSize(2).allMatch(Thread::isDaemon);
    AtomicIntegerArray times = new AtomicIntegerArray(9);
    for (int round = 1; round <= 2; round++) {
      waitUntilAsleep(workers);
      crew.run((from, to) -> countRows(times, from, to), 9, MUCH);
      assertThat(times.get(8)).isEqualTo(round);
    }
    waitUntilAsleep(workers);
    assertThat(crew.isClosed()).isFalse();
    crew.close();
    assertThat(crew.isClosed()).isTrue();
    for (Thread worker : workers) {
      worker.join();
    }
  }

  private static void waitUntilAsleep(Set<Thread> workers) throws InterruptedException {
    for (Thread worker : workers) {
      while (worker.getState() != Thread.State.WAITING) {
        Thread.sleep(1);
      }
    }
  }

  @Test
  void aFailureInAnotherThreadReachesTheCaller() {
    try (Crew crew = new Crew(2, 3)) {
      RowStep failsInTheSecondHalf =
          (from, to) -> {
            if (from > 0) {
              throw new UnsupportedOperationException("row " + from);
            }
          };
      assertThatThrownBy(() -> crew.run(failsInTheSecondHalf, 6, MUCH))
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("row 3");
    }
  }
}
