package backprop.parity.training.descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same seed is the same order of the samples, on every machine. */
class SampleOrderTest {
  /** As a program in Python gives them, written from the specifications of both generators. */
  @ParameterizedTest
  @CsvSource({
    "1, 1, 2 7 4 3 9 5 8 1 0 6",
    "1, 2, 5 2 3 4 0 8 6 1 7 9",
    "2, 1, 5 2 3 4 0 8 6 1 7 9",
    "-1, 1, 6 5 2 3 7 9 0 8 4 1",
    "9223372036854775807, 3, 0 6 5 4 1 7 9 3 8 2"
  })
  void aSeedAndAnEpochGiveTheSameOrderOnEveryJvm(long seed, int epoch, String order) {
    String found =
        Arrays.stream(shuffled(seed).of(epoch, 10))
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(" "));
    assertThat(found).isEqualTo(order);
  }

  /** Of 720 orders; generators of neighbouring seeds that are alike would give very few. */
  @Test
  void neighbouringEpochsHaveOrdersOfTheirOwn() {
    Set<String> orders = new HashSet<>();
    for (int epoch = 1; epoch <= 720; epoch++) {
      orders.add(Arrays.toString(shuffled(1).of(epoch, 6)));
    }
    assertThat(orders).hasSizeGreaterThan(400);
  }

  @Test
  void unshuffledSamplesKeepTheirOrder() {
    SampleOrder order = new SampleOrder(new Schedule(1, 1, false, 1, OptionalInt.empty()));
    assertThat(order.of(3, 5)).containsExactly(IntStream.range(0, 5).toArray());
  }

  private static SampleOrder shuffled(long seed) {
    return new SampleOrder(new Schedule(1, 1, true, seed, OptionalInt.empty()));
  }
}
