package backprop.parity.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison sees one changed bit wherever it is, and says where. */
class BitComparisonTest {

  @Test
  void anAnswerIsIdenticalToItself() {
    BitComparison comparison = BitComparison.of(answer(), answer());
    assertThat(comparison.firstDifference()).isEmpty();
    assertThat(comparison.identical()).isEqualTo(comparison.total()).isEqualTo(69);
  }

  @ParameterizedTest(name = "{0}[{1}]")
  @CsvSource({
    "PRE_ACTIVATIONS,  1, 1, 'preActivations[1][1][0]'",
    "ACTIVATIONS,      2, 2, 'activations[2][1][0]'",
    "DELTAS,           1, 7, 'deltas[1][1][0]'",
    "DELTAS,           2, 4, 'deltas[2][1][0]'",
    "BIAS_GRADIENTS,   1, 5, 'biasGradients[1][1]'",
    "WEIGHT_GRADIENTS, 2, 6, 'weightGradients[2][1][0]'",
    "UPDATED_WEIGHTS,  1, 8, 'updatedWeights[1][1][0]'",
    "UPDATED_BIASES,   2, 8, 'updatedBiases[2][1]'"
  })
  void oneChangedBitIsFoundAndNamed(Quantity quantity, int layer, int step, String name) {
    List<Map<Quantity, double[][]>> layers = layers();
    double[][] values = layers.get(layer - 1).get(quantity);
    double expected = values[1][0];
    values[1][0] = StrictMath.nextUp(expected);

    BitComparison comparison = BitComparison.of(answer(), answer(layers));
    assertThat(comparison.firstDifference())
        .contains(new BitDifference(step, Entry.of(quantity, layer, 1, 0), expected, values[1][0]));
    assertThat(comparison.firstDifference().orElseThrow().toString()).contains(name);
    assertThat(comparison.total() - comparison.identical()).as("different entries").isEqualTo(1);
  }

  @Test
  void aCostWithAnotherBitIsFoundAtStepThree() {
    Result other = new Result("two", OptionalDouble.of(StrictMath.nextUp(0.5)), layers());
    assertThat(BitComparison.of(answer(), other).firstDifference())
        .contains(new BitDifference(3, Entry.cost(2), 0.5, StrictMath.nextUp(0.5)));
  }

  @Test
  void theFirstDifferenceIsTheOneComputedFirst() {
    List<Map<Quantity, double[][]>> layers = layers();
    layers.get(0).get(Quantity.DELTAS)[0][0] = 99.0;
    layers.get(1).get(Quantity.WEIGHT_GRADIENTS)[0][0] = 99.0;
    assertThat(BitComparison.of(answer(), answer(layers)).firstDifference())
        .map(BitDifference::entry)
        .contains(Entry.of(Quantity.WEIGHT_GRADIENTS, 2, 0, 0));
  }

  @Test
  void everyStepIsCounted() {
    List<Map<Quantity, double[][]>> layers = layers();
    layers.get(1).get(Quantity.WEIGHT_GRADIENTS)[0][0] = 99.0;
    assertThat(BitComparison.of(answer(), answer(layers)).steps())
        .extracting(StepCount::toString)
        .containsExactly(
            "step 1: 12 of 12 identical",
            "step 2: 12 of 12 identical",
            "step 3: 1 of 1 identical",
            "step 4: 6 of 6 identical",
            "step 5: 4 of 4 identical",
            "step 6: 11 of 12 identical",
            "step 7: 6 of 6 identical",
            "step 8: 16 of 16 identical");
  }

  @Test
  void whatOneAnswerLeavesOutIsNotCompared() {
    List<Map<Quantity, double[][]>> layers = layers();
    layers.forEach(layer -> layer.remove(Quantity.DELTAS));
    assertThat(BitComparison.of(answer(), answer(layers)).steps())
        .extracting(StepCount::step)
        .containsExactly(1, 2, 3, 5, 6, 8);
  }

  @Test
  void anotherShapeIsRefusedByName() {
    List<Map<Quantity, double[][]>> layers = layers();
    layers.get(1).put(Quantity.WEIGHT_GRADIENTS, new double[2][4]);
    assertThatThrownBy(() -> BitComparison.of(answer(), answer(layers)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weightGradients[2]: expected 3 entries in row 0, found 4");
  }

  @Test
  void anotherDepthIsRefused() {
    Result shallow = answer(layers().subList(0, 1));
    assertThatThrownBy(() -> BitComparison.of(answer(), shallow))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 2 layers, found 1");
  }

  @Test
  void aDifferenceNamesThePlaceAndBothValuesInDecimalAndInBits() {
    assertThat(new BitDifference(6, Entry.of(Quantity.WEIGHT_GRADIENTS, 2, 0, 1), 0.0, -0.5))
        .hasToString(
            "step 6, layer 2, weightGradients[2][0][1]: expected 0.0 (bits 0000000000000000),"
                + " found -0.5 (bits bfe0000000000000)");
  }

  private static Result answer() {
    return answer(layers());
  }

  private static Result answer(List<Map<Quantity, double[][]>> layers) {
    return new Result("two", OptionalDouble.of(0.5), layers);
  }

  /** Two layers of two neurons: three samples, three weights a neuron, all values different. */
  private static List<Map<Quantity, double[][]>> layers() {
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    double value = 0.1;
    for (int l = 1; l <= 2; l++) {
      Map<Quantity, double[][]> layer = new EnumMap<>(Quantity.class);
      for (Quantity quantity : Quantity.values()) {
        double[][] values = new double[2][quantity.shape() == Quantity.Shape.PER_NEURON ? 1 : 3];
        for (double[] row : values) {
          for (int second = 0; second < row.length; second++) {
            value += 0.1;
            row[second] = value;
          }
        }
        layer.put(quantity, values);
      }
      layers.add(layer);
    }
    return layers;
  }
}
