package backprop.loops.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads share out rows: every row once, and no failure is lost. */
class CrewTest {
  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 3, 5})
  void everyRowIsComputedExactlyOnce(int threads) {
    try (Crew crew = new Crew(threads)) {
      for (int rows = 0; rows <= 40; rows++) {
        AtomicIntegerArray times = new AtomicIntegerArray(rows);
        crew.run((from, to) -> countRows(times, from, to), rows);
        for (int r = 0; r < rows; r++) {
          assertThat(times.get(r)).as("row %d of %d", r, rows).isEqualTo(1);
        }
      }
    }
  }

  private static void countRows(AtomicIntegerArray times, int from, int to) {
    for (int r = from; r < to; r++) {
      times.incrementAndGet(r);
    }
  }

  @Test
  void aFailureInAnotherThreadReachesTheCaller() {
    try (Crew crew = new Crew(2)) {
      RowStep failsInTheSecondHalf =
          (from, to) -> {
            if (from > 0) {
              throw new UnsupportedOperationException("row " + from);
            }
          };
      assertThatThrownBy(() -> crew.run(failsInTheSecondHalf, 6))
          .isInstanceOf(IllegalStateException.class)
          .hasRootCauseMessage("row 3");
    }
  }
}
