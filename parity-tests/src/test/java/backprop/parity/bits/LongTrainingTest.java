package backprop.parity.bits;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.parity.model.Case;
import backprop.parity.suites.RandomCases;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A last bit that differs once would grow: after 10,000 updates none does. */
class LongTrainingTest {
  private static final int UPDATES = 10_000;

  @ParameterizedTest
  @EnumSource(OptimiserChoice.class)
  void bothTwinsAndTheFastLoopsStillHaveTheSameBits(OptimiserChoice choice) {
    int[] widths = {2, 3, 2};
    RandomCases random = new RandomCases(10);
    Case question = random.next("long", widths, 5, List.of(Activation.TANH), OptimisersTest.SHARES);
    Training loops = Training.loops(question.network(), choice.start(question.network()));
    train(loops, question, UPDATES - 1);
    List<Long> oneBefore = loops.bits();
    train(loops, question, 1);
    List<Long> expected = loops.bits();
    assertThat(expected).as("it still learns").isNotEqualTo(oneBefore);
    assertThat(expected).allMatch(bits -> Double.isFinite(Double.longBitsToDouble(bits)));
    for (Training other :
        Training.all(question.network(), choice.start(question.network()), question.samples())) {
      try (other) {
        train(other, question, UPDATES);
        assertThat(other.bits()).isEqualTo(expected);
      }
    }
  }

  private static void train(Training training, Case question, int updates) {
    for (int update = 0; update < updates; update++) {
      training.step(question.inputs(), question.targets());
    }
  }
}
