package backprop.parity.immutability;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Nobody's later write reaches into a question or an answer. */
class CaseImmutabilityTest {
  private static final double WRITTEN = 99.0;

  private final double[][] inputs = {{1.0}};
  private final double[][] targets = {{0.75}};
  private final Case question = new Case("one", network(), inputs, targets);

  private final double[][] deltas = {{0.5}};
  private final Map<Quantity, double[][]> layer = new EnumMap<>(Map.of(Quantity.DELTAS, deltas));
  private final List<Map<Quantity, double[][]>> layers = new ArrayList<>(List.of(layer));
  private final Result answer = new Result("one", OptionalDouble.empty(), layers);

  @Test
  void theCaseKeepsItsInputsWhenTheCallersAreOverwritten() {
    inputs[0][0] = WRITTEN;
    assertThat(question.inputs()[0][0]).isEqualTo(1.0);
  }

  @Test
  void theCaseKeepsItsTargetsWhenTheCallersAreOverwritten() {
    targets[0][0] = WRITTEN;
    assertThat(question.targets()[0][0]).isEqualTo(0.75);
  }

  @Test
  void theCaseHandsOutCopiesOfItsInputs() {
    question.inputs()[0][0] = WRITTEN;
    assertThat(question.inputs()[0][0]).isEqualTo(1.0);
  }

  @Test
  void theCaseHandsOutCopiesOfItsTargets() {
    question.targets()[0][0] = WRITTEN;
    assertThat(question.targets()[0][0]).isEqualTo(0.75);
  }

  @Test
  void theResultKeepsItsValuesWhenTheCallersAreOverwritten() {
    deltas[0][0] = WRITTEN;
    assertThat(deltaOfTheAnswer()).isEqualTo(0.5);
  }

  @Test
  void theResultKeepsItsLayersWhenTheCallersMapAndListChange() {
    layer.clear();
    layers.clear();
    assertThat(deltaOfTheAnswer()).isEqualTo(0.5);
  }

  @Test
  void theResultHandsOutCopies() {
    answer.values(Quantity.DELTAS, 1).orElseThrow()[0][0] = WRITTEN;
    assertThat(deltaOfTheAnswer()).isEqualTo(0.5);
  }

  private double deltaOfTheAnswer() {
    return answer.values(Quantity.DELTAS, 1).orElseThrow()[0][0];
  }

  private static Network network() {
    Layer layer = new Layer(Activation.TANH, new double[][] {{0.5}}, new double[] {0.125});
    return new Network(List.of(layer), Cost.SQUARED_ERROR, Reduction.MEAN);
  }
}
