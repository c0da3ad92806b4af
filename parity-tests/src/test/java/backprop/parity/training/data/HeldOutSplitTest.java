package backprop.parity.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.model.InvalidInput;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is held out is a fair share, the same for the same seed, and nothing gets lost. */
class HeldOutSplitTest {
  private static final DataSet DIGITS = BuiltInData.named("digits").all();

  @Test
  void everySampleIsInOneOfTheParts() {
    TrainingData parts = HeldOutSplit.of(numbered(101), 0.3, 5);
    List<Integer> training = numbers(parts.training());
    List<Integer> heldOut = numbers(parts.heldOut().orElseThrow());
    assertThat(training).hasSize(71).isSorted();
    assertThat(heldOut).hasSize(30).isSorted();
    assertThat(numbers(parts.all()))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 101).boxed().toList());
  }

  @Test
  void everySampleIsFoundWhereItWas() {
    TrainingData parts = HeldOutSplit.of(numbered(101), 0.3, 5);
    for (DataSet part : List.of(parts.training(), parts.heldOut().orElseThrow(), parts.all())) {
      List<String> places = IntStream.range(0, part.size()).mapToObj(part::place).toList();
      List<String> expected = numbers(part).stream().map(s -> "row " + (s + 1)).toList();
      assertThat(places).isEqualTo(expected);
    }
  }

  @Test
  void ofEveryClassTheSameShareIsHeldOut() {
    DataSet heldOut = HeldOutSplit.of(DIGITS, 0.25, 1).heldOut().orElseThrow();
    int[] all = occurrences(DIGITS);
    int[] some = occurrences(heldOut);
    for (int j = 0; j < all.length; j++) {
      assertThat((double) some[j])
          .as("class %d", j)
          .isBetween(0.25 * all[j] - 1, 0.25 * all[j] + 1);
    }
  }

  @Test
  void theSeedAloneDecidesWhichSamplesAreHeldOut() {
    List<Integer> first = numbers(HeldOutSplit.of(numbered(40), 0.5, 7).heldOut().orElseThrow());
    assertThat(numbers(HeldOutSplit.of(numbered(40), 0.5, 7).heldOut().orElseThrow()))
        .isEqualTo(first);
    assertThat(numbers(HeldOutSplit.of(numbered(40), 0.5, 8).heldOut().orElseThrow()))
        .isNotEqualTo(first);
  }

  @Test
  void nothingNeedBeHeldOut() {
    assertThat(HeldOutSplit.of(DIGITS, 0.0, 1).heldOut()).isEmpty();
  }

  @Test
  void aSmallShareIsOneSampleAndALargeOneLeavesOne() {
    assertThat(HeldOutSplit.of(numbered(4), 0.01, 1).heldOut().orElseThrow().size()).isEqualTo(1);
    assertThat(HeldOutSplit.of(numbered(4), 0.99, 1).training().size()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.0, 2.0, Double.NaN})
  void aShareOutsideIsRefused(double share) {
    assertThatThrownBy(() -> HeldOutSplit.of(DIGITS, share, 1))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("at least 0 and less than 1, found " + share);
  }

  @Test
  void aSingleSampleCannotBeShared() {
    assertThatThrownBy(() -> HeldOutSplit.of(numbered(1), 0.5, 1))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("numbered: expected at least 2 samples to hold some out, found 1.");
  }

  private static DataSet numbered(int count) {
    double[][] rows =
        IntStream.range(0, count).mapToObj(s -> new double[] {s}).toArray(double[][]::new);
    return new DataSet("numbered", rows, rows, List.of(), Optional.empty());
  }

  private static List<Integer> numbers(DataSet data) {
    return IntStream.range(0, data.size()).mapToObj(s -> (int) data.input(s)[0]).toList();
  }

  private static int[] occurrences(DataSet data) {
    int[] counts = new int[data.classes().size()];
    IntStream.range(0, data.size()).forEach(s -> counts[data.label(s)]++);
    return counts;
  }
}
