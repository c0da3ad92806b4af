package backprop.parity.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.model.InvalidInput;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes with the program is what its one-line descriptions say. */
class BuiltInDataTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "women | women: 15 samples, 1 input, 1 output",
        "xor | xor: 4 samples, 2 inputs, 1 output, classes 0 and 1",
        "circles-and-crosses | circles-and-crosses: 92 samples (8 to learn from, 84 held out),"
            + " 9 inputs (3 × 3 pixels), 2 outputs, classes circle and cross",
        "digits | digits: 1,797 samples,"
            + " 64 inputs (8 × 8 pixels), 10 outputs, classes 0, 1, 2, 3, 4, 5, 6, 7, 8 and 9"
      })
  void theSummarySaysWhatIsInThem(String name, String summary) {
    assertThat(BuiltInData.named(name).summary()).isEqualTo(summary);
  }

  @Test
  void everyNameThatIsListedCanBeLoaded() {
    assertThat(BuiltInData.names())
        .containsExactly("women", "xor", "circles-and-crosses", "digits")
        .allSatisfy(name -> assertThat(BuiltInData.named(name).training().name()).isEqualTo(name));
  }

  @Test
  void anotherNameIsAnsweredWithTheListOfThem() {
    assertThatThrownBy(() -> BuiltInData.named("mnist"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "mnist: expected a file of data or one of women, xor, circles-and-crosses, digits.");
  }

  @Test
  void exclusiveOrIsOneWhenTheInputsDiffer() {
    DataSet xor = BuiltInData.named("xor").training();
    for (int s = 0; s < xor.size(); s++) {
      boolean different = xor.input(s)[0] != xor.input(s)[1];
      assertThat(xor.label(s)).as("sample %d", s).isEqualTo(different ? 1 : 0);
    }
  }

  @Test
  void theDigitsOfBothPartsAreTheEmbeddedOnesInTheirOrder() {
    Digits digits = Digits.load();
    DataSet all = BuiltInData.named("digits").all();
    for (int s = 0; s < digits.size(); s++) {
      assertThat(all.input(s)).as("pixels of %d", s).containsExactly(digits.pixels(s));
      assertThat(all.label(s)).as("label of %d", s).isEqualTo(digits.label(s));
    }
  }

  @Test
  void everyHeldOutPictureIsNewAndHasOneOrTwoWrongPixels() {
    TrainingData data = BuiltInData.named("circles-and-crosses");
    DataSet training = data.training();
    DataSet heldOut = data.heldOut().orElseThrow();
    Set<List<Double>> seen = new HashSet<>();
    IntStream.range(0, training.size()).forEach(s -> seen.add(pixels(training, s)));
    for (int s = 0; s < heldOut.size(); s++) {
      assertThat(seen.add(pixels(heldOut, s))).as("picture %d is new", s).isTrue();
      int circle = wrongPixels(training.input(0), heldOut.input(s));
      int cross = wrongPixels(training.input(4), heldOut.input(s));
      assertThat(circle < cross ? circle : cross).as("wrong pixels of %d", s).isBetween(1, 2);
      assertThat(heldOut.label(s)).as("label of %d", s).isEqualTo(circle < cross ? 0 : 1);
    }
  }

  private static List<Double> pixels(DataSet data, int sample) {
    return Arrays.stream(data.input(sample)).boxed().toList();
  }

  private static int wrongPixels(double[] perfect, double[] picture) {
    return (int) IntStream.range(0, 9).filter(i -> perfect[i] != picture[i]).count();
  }
}
