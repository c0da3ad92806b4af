package backprop.parity.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Result;
import backprop.parity.sources.ExactSource;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import backprop.parity.sources.habits.Habit;
import backprop.parity.sources.habits.HabitualSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where no program has to round, every program gives the exact answer, bit for bit. */
class ExactLaneTest {
  private static final int NETWORKS = 100;

  @Test
  void theLoopsGiveTheExactAnswer() {
    requireExact(new LoopsSource());
  }

  @Test
  void theMatricesGiveTheExactAnswer() {
    requireExact(new MatrixSource());
  }

  /** All but single precision, whose 24 bits are soon too few. */
  @ParameterizedTest
  @EnumSource(names = "SINGLE_PRECISION", mode = EnumSource.Mode.EXCLUDE)
  void carelessProgramsGiveTheExactAnswer(Habit habit) {
    requireExact(new HabitualSource(habit));
  }

  private static void requireExact(GradientSource source) {
    for (int number = 0; number < NETWORKS; number++) {
      Case question = RandomNetworks.exactLane(number);
      Result exact = new ExactSource().answer(question);
      Result result = source.answer(question);
      for (Entry entry : Entries.of(result)) {
        assertThat(bits(entry.in(result)))
            .as("%s: %s of %s", source.name(), entry.name(), question.name())
            .isEqualTo(bits(entry.in(exact)));
      }
    }
  }

  /** A zero's sign says from which side it was reached, not what it is. */
  private static String bits(double value) {
    return Double.toHexString(value + 0.0);
  }
}
