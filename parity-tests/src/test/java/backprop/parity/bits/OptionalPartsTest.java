package backprop.parity.bits;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.FastSource;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import backprop.parity.suites.RandomCases;
import backprop.parity.truth.WithoutBiases;
import backprop.parity.verdict.BitComparison;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What only some cases and answers have: no biases, and gradients of the inputs. */
class OptionalPartsTest {
  private static final int CASES = 300;
  private static final List<GradientSource> OTHERS = List.of(new MatrixSource(), new FastSource());

  @Test
  void gradientsOfTheInputsHaveTheSameBits() {
    RandomCases random = new RandomCases(31);
    for (int number = 0; number < CASES; number++) {
      Case question = random.next();
      for (GradientSource other : OTHERS) {
        assertThat(bits(other.answer(question)))
            .as("%s, %s", question.name(), other.name())
            .isEqualTo(bits(new LoopsSource().answer(question)));
      }
    }
  }

  private static List<Long> bits(Result answer) {
    return Arrays.stream(answer.values(Quantity.INPUT_GRADIENTS, 1).orElseThrow())
        .flatMapToDouble(Arrays::stream)
        .mapToObj(Bits::of)
        .toList();
  }

  /** Adding a zero changes no bit, because no sum that starts at 0.0 ends at -0.0. */
  @Test
  void withoutBiasesEveryOtherNumberIsThatOfZeroBiases() {
    RandomCases random = new RandomCases(32);
    for (int number = 0; number < CASES; number++) {
      Case question = random.next();
      int depth = question.network().depth();
      Set<Integer> layers =
          IntStream.rangeClosed(1, depth).boxed().collect(Collectors.toUnmodifiableSet());
      Case without = WithoutBiases.in(question, layers);
      Case zeros =
          new Case(
              question.name(),
              without.network(),
              question.inputs(),
              question.targets(),
              question.learningRate(),
              question.weightLayout());
      Result expected = new LoopsSource().answer(zeros);
      Result answer = new LoopsSource().answer(without);
      requireSameBits(expected, answer);
      OTHERS.forEach(other -> requireSameBits(answer, other.answer(without)));
      assertThat(BitComparison.of(answer, answer).steps())
          .noneMatch(step -> step.step() == 5)
          .anyMatch(step -> step.step() == 6);
    }
  }

  private static void requireSameBits(Result expected, Result actual) {
    assertThat(BitComparison.of(expected, actual).firstDifference()).isEmpty();
  }
}
