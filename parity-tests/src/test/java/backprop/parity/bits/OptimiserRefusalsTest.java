package backprop.parity.bits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.loops.Activation;
import backprop.loops.Network;
import backprop.loops.fast.Workspace;
import backprop.loops.optimisers.Adam;
import backprop.loops.optimisers.Moment;
import backprop.loops.optimisers.Momentum;
import backprop.loops.optimisers.Optimiser;
import backprop.loops.optimisers.PerParameter;
import backprop.loops.optimisers.Plain;
import backprop.parity.model.Case;
import backprop.parity.sources.OptimiserTranslation;
import backprop.parity.suites.RandomCases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings out of range and memories of other networks are refused in one sentence, in both. */
class OptimiserRefusalsTest {
  private static final double WRITTEN = 99.0;

  private final Case question = question(3, 2);
  private final Network network = question.network();
  private final PerParameter velocity = Momentum.start(network, 0.1, 0.9).velocity();

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void aLearningRateMustBeANumberFromZeroUp(double rate) {
    Adam adam = Adam.start(network, 0.1);
    requireRefusal(() -> new Plain(rate), "learning rate");
    requireRefusal(() -> new Momentum(rate, 0.9, velocity), "learning rate");
    requireRefusal(() -> new Adam(rate, 1e-8, adam.first(), adam.second()), "learning rate");
    requireRefusal(() -> new backprop.matrix.optimisers.Plain(rate), "learning rate");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.0, Double.NaN})
  void aShareMustBeFromZeroToBelowOne(double share) {
    requireRefusal(() -> new Momentum(0.1, share, velocity), "momentum must be from 0 to below 1");
    requireRefusal(() -> new Moment(share, 1.0, velocity), "decay must be from 0 to below 1");
  }

  @Test
  void thePowerOfADecayMustBeFromZeroToOne() {
    requireRefusal(() -> new Moment(0.9, 1.5, velocity), "power of the decay");
    requireRefusal(() -> new Moment(0.9, -0.5, velocity), "power of the decay");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -1e-8, Double.NaN})
  void anEpsilonMustBeAboveZero(double epsilon) {
    Moment moment = Moment.start(network, 0.9);
    requireRefusal(() -> new Adam(0.1, epsilon, moment, moment), "epsilon must be");
  }

  @ParameterizedTest
  @EnumSource(
      value = OptimiserChoice.class,
      names = {"MOMENTUM", "ADAM"})
  void aMemoryOfOtherLayersIsRefused(OptimiserChoice choice) {
    for (int[] widths : List.of(new int[] {4, 2}, new int[] {3, 1}, new int[] {3, 2, 2})) {
      Optimiser other = choice.start(question(widths).network());
      requireRefusal(() -> step(Training.loops(network, other)), "same shapes");
      requireRefusal(() -> step(Training.matrix(network, other)), "same shapes");
      requireRefusal(() -> Training.fast(network, other, 4, 1), "same shapes");
    }
  }

  @Test
  void aWorkspaceWithoutAnOptimiserSaysSo() {
    try (Workspace workspace = new Workspace(network, 4, 1)) {
      requireRefusal(workspace::update, "load an optimiser first");
      requireRefusal(workspace::optimiser, "load an optimiser first");
    }
  }

  @Test
  void aClosedWorkspaceTakesNoStep() {
    Workspace workspace = new Workspace(network, 4, 1);
    workspace.load(new Plain(0.1));
    workspace.close();
    requireRefusal(workspace::update, "closed");
  }

  @Test
  void storedNumbersMustFitTogether() {
    double[] biases = {0.0, 0.0};
    double[][] ragged = {{1.0}, {1.0, 2.0}};
    requireRefusal(() -> stored(ragged, biases), "rows of weights differ in length");
    requireRefusal(() -> stored(new double[3][1], biases), "for each of 2 biases");
    requireRefusal(() -> stored(new double[2][0], biases), "for each of 2 biases");
    requireRefusal(() -> new PerParameter(List.of(), List.of()), "found 0 and 0");
    requireRefusal(() -> new PerParameter(List.of(), List.of(biases)), "found 0 and 1");
  }

  @Test
  void storedMatricesMustFitTogether() {
    RealMatrix three = new Array2DRowRealMatrix(3, 1);
    RealMatrix two = new Array2DRowRealMatrix(2, 1);
    RealMatrix wide = new Array2DRowRealMatrix(2, 2);
    requireRefusal(() -> storedMatrices(List.of(three), List.of(two)), "for each of 2 biases");
    requireRefusal(() -> storedMatrices(List.of(two), List.of(wide)), "for each of 2 biases");
    requireRefusal(() -> storedMatrices(List.of(), List.of()), "found 0 and 0");
  }

  @Test
  void nobodysLaterWriteReachesIn() {
    double[][] weights = {{1.0}};
    double[] biases = {2.0};
    List<double[][]> layers = new ArrayList<>(Collections.singletonList(weights));
    PerParameter numbers = new PerParameter(layers, List.of(biases));
    weights[0][0] = WRITTEN;
    biases[0] = WRITTEN;
    layers.clear();
    numbers.weights(1)[0][0] = WRITTEN;
    numbers.biases(1)[0] = WRITTEN;
    assertThat(numbers.weights(1)[0]).containsExactly(1.0);
    assertThat(numbers.biases(1)).containsExactly(2.0);
  }

  @Test
  void norIntoTheMatrices() {
    RealMatrix weights = new Array2DRowRealMatrix(new double[][] {{1.0}});
    RealMatrix biases = new Array2DRowRealMatrix(new double[][] {{2.0}});
    var numbers = storedMatrices(List.of(weights), List.of(biases));
    weights.setEntry(0, 0, WRITTEN);
    biases.setEntry(0, 0, WRITTEN);
    numbers.weights(1).setEntry(0, 0, WRITTEN);
    numbers.biases(1).setEntry(0, 0, WRITTEN);
    assertThat(numbers.weights(1).getEntry(0, 0)).isEqualTo(1.0);
    assertThat(numbers.biases(1).getEntry(0, 0)).isEqualTo(2.0);
  }

  @ParameterizedTest
  @EnumSource(OptimiserChoice.class)
  void aStepLeavesTheOptimiserAsItWas(OptimiserChoice choice) {
    Optimiser before = choice.start(network);
    Training first = Training.loops(network, before);
    Training second = Training.loops(network, before);
    step(first);
    step(second);
    assertThat(second.bits()).isEqualTo(first.bits());
    var matrix = OptimiserTranslation.matrix(before);
    assertThat(OptimiserTranslation.loops(matrix)).hasSameClassAs(before);
  }

  private void step(Training training) {
    training.step(question.inputs(), question.targets());
  }

  private static PerParameter stored(double[][] weights, double[] biases) {
    return new PerParameter(Collections.singletonList(weights), List.of(biases));
  }

  private static backprop.matrix.optimisers.PerParameter storedMatrices(
      List<RealMatrix> weights, List<RealMatrix> biases) {
    return new backprop.matrix.optimisers.PerParameter(weights, biases);
  }

  private static void requireRefusal(Runnable attempt, String words) {
    assertThatThrownBy(attempt::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }

  private static Case question(int... widths) {
    List<Activation> hidden = List.of(Activation.TANH);
    return new RandomCases(24).next("refused", widths, 4, hidden, OptimisersTest.SHARES);
  }
}
