package backprop.parity.training.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.Cost;
import backprop.loops.ForwardPass;
import backprop.loops.GradientDescent;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standardised samples make descent converge, and the weights can be shown in the data's units. */
class StandardisationTest {
  private static final int INPUTS = 3;
  private static final int OUTPUTS = 2;
  private static final Cost COST = Cost.SQUARED_ERROR;
  private static final DataSet WOMEN = BuiltInData.named("women").training();

  @Test
  void everyInputAndTargetHasTheMeanZeroAndTheDeviationOne() {
    DataSet standardised = Standardisations.asked(random(50)).standardised(random(50));
    for (int i = 0; i < INPUTS; i++) {
      int column = i;
      requireMeanZeroAndDeviationOne("input " + i, s -> standardised.input(s)[column]);
    }
    for (int j = 0; j < OUTPUTS; j++) {
      int column = j;
      requireMeanZeroAndDeviationOne("target " + j, s -> standardised.target(s)[column]);
    }
  }

  private static void requireMeanZeroAndDeviationOne(String what, IntToDoubleFunction column) {
    double[] entries = IntStream.range(0, 50).mapToDouble(column).toArray();
    double mean = Arrays.stream(entries).sum() / 50;
    double variance = Arrays.stream(entries).map(entry -> entry * entry).sum() / 50;
    assertThat(mean).as("mean of %s", what).isEqualTo(0.0, within(1e-12));
    assertThat(variance).as("variance of %s", what).isEqualTo(1.0, within(1e-12));
  }

  @Test
  void aColumnThatIsTheSameEverywhereBecomesZeroAndComesBack() {
    double[][] rows = {{0.1, 1.0}, {0.1, 3.0}, {0.1, 5.0}};
    DataSet data = new DataSet("constant", rows, rows, List.of(), Optional.empty());
    Standardisation standardisation = Standardisations.asked(data);
    DataSet standardised = standardisation.standardised(data);
    for (int s = 0; s < 3; s++) {
      assertThat(standardised.input(s)[0]).as("input of sample %d", s).isZero();
      assertThat(standardised.target(s)[0]).as("target of sample %d", s).isZero();
    }
    Network zero = new Network(List.of(layer(new double[2][2])), COST, Reduction.MEAN);
    Layer inUnits = standardisation.inUnitsOfTheData(zero).layer(1);
    assertThat(inUnits.biases()).containsExactly(0.1, 3.0);
  }

  @Test
  void samplesHeldOutAreMeasuredWithTheMeansOfTheOthers() {
    Standardisation women = Standardisations.byDefault(WOMEN);
    ColumnScale weights = women.inputs().orElseThrow();
    ColumnScale heights = women.targets().orElseThrow();
    DataSet one = women.standardised(WOMEN.subset(14));
    assertThat(one.input(0)[0]).isEqualTo((164.0 - weights.means()[0]) / weights.deviations()[0]);
    assertThat(one.target(0)[0]).isEqualTo((72.0 - heights.means()[0]) / heights.deviations()[0]);
    assertThat(heights.means()[0]).isEqualTo(65.0, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theNetworkGivesTheSameInTheUnitsOfTheData(int depth) {
    DataSet data = random(20);
    Standardisation standardisation = Standardisations.asked(data);
    double[] units = standardisation.unitsOfTargets(OUTPUTS);
    double[] means = standardisation.targets().orElseThrow().means();
    Network learned = Standardisations.network(depth);
    double[][] seen = outputs(learned, standardisation.standardised(data));
    double[][] actual = outputs(standardisation.inUnitsOfTheData(learned), data);
    for (int j = 0; j < OUTPUTS; j++) {
      int output = j;
      double[] expected =
          Arrays.stream(seen[j]).map(each -> units[output] * each + means[output]).toArray();
      assertThat(actual[j]).as("output %d", j).containsExactly(expected, within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aNetworkInTheUnitsOfTheDataIsTakenBack(int depth) {
    DataSet data = random(20);
    Standardisation standardisation = Standardisations.asked(data);
    Network inUnits = Standardisations.network(depth);
    Network seen = standardisation.standardised(inUnits);
    Network back = standardisation.inUnitsOfTheData(seen);
    for (int l = 1; l <= depth; l++) {
      assertThat(seen.layer(l).biases()).isNotEqualTo(inUnits.layer(l).biases());
      assertThat(back.layer(l).biases()).containsExactly(inUnits.layer(l).biases(), within(1e-10));
      for (int j = 0; j < inUnits.layer(l).outputs(); j++) {
        assertThat(back.layer(l).weights()[j])
            .containsExactly(inUnits.layer(l).weights()[j], within(1e-12));
      }
    }
  }

  @Test
  void whereEveryNumberIsSmallNothingIsTouched() {
    assertThat(Standardisations.byDefault(WOMEN).inputs()).isPresent();
    for (String name : List.of("xor", "circles-and-crosses", "digits")) {
      DataSet data = BuiltInData.named(name).training();
      Standardisation none = Standardisations.byDefault(data);
      assertThat(none.inputs()).as(name).isEmpty();
      assertThat(none.targets()).as(name).isEmpty();
      assertThat(none.standardised(data)).as(name).isSameAs(data);
    }
  }

  @Test
  void inputsAndTargetsAreLookedAtByThemselves() {
    DataSet farTarget = one(0.5, -1.5, List.of());
    assertThat(Standardisations.byDefault(farTarget).inputs()).isEmpty();
    assertThat(Standardisations.byDefault(farTarget).targets()).isPresent();
    DataSet farInput = one(-1.5, 1.0, List.of());
    assertThat(Standardisations.byDefault(farInput).inputs()).isPresent();
    assertThat(Standardisations.byDefault(farInput).targets()).isEmpty();
  }

  @Test
  void neitherClassesNorWhatTheLastLayerBendsIsStandardised() {
    Optional<Boolean> yes = Optional.of(true);
    DataSet classes = one(7.0, 1.0, List.of("no", "yes"));
    assertThat(Standardisation.of(classes, yes, Activation.IDENTITY).targets()).isEmpty();
    DataSet measured = one(7.0, 9.0, List.of());
    assertThat(Standardisation.of(measured, yes, Activation.RELU).targets()).isEmpty();
    assertThat(Standardisation.of(measured, yes, Activation.IDENTITY).targets()).isPresent();
    Optional<Boolean> no = Optional.of(false);
    assertThat(Standardisation.of(measured, no, Activation.IDENTITY))
        .isEqualTo(new Standardisation(Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e200, 1e308, 1e-200, 4.9e-324})
  void whatCannotBeMeasuredIsNamed(double extreme) {
    double[][] rows = {{0.0, 0.0}, {0.0, extreme}, {0.0, -extreme}, {0.0, extreme}};
    DataSet data = new DataSet("far.csv", rows, rows, List.of(), Optional.empty());
    assertThatThrownBy(() -> ColumnScale.ofTargets(data))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("far.csv: target 2: expected numbers with a deviation from ");
    assertThatThrownBy(() -> ColumnScale.ofInputs(data))
        .hasMessageStartingWith("far.csv: input 2: ");
  }

  private static DataSet one(double input, double target, List<String> classes) {
    double[][] inputs = {{input}};
    return new DataSet("one", inputs, new double[][] {{target}}, classes, Optional.empty());
  }

  /** The learning rate 0.1 is nothing special; as the data are, it ends in infinity at once. */
  @Test
  void aHundredStepsDownReachTheLeastSquaresLineOfTheWomen() {
    Standardisation standardisation = Standardisations.byDefault(WOMEN);
    Network line = descended(standardisation.standardised(WOMEN), 100);
    Layer inPounds = standardisation.inUnitsOfTheData(line).layer(1);
    LeastSquaresLine best = LeastSquaresLine.through(WOMEN).orElseThrow();
    assertThat(inPounds.weights()[0][0]).isEqualTo(best.slope(), within(1e-6));
    assertThat(inPounds.biases()[0]).isEqualTo(best.intercept(), within(1e-6));
    assertThat(descended(WOMEN, 100).layer(1).weights()[0][0]).isNaN();
  }

  private static Network descended(DataSet data, int steps) {
    double[][] inputs = columns(data, data::input);
    double[][] targets = columns(data, data::target);
    Network network = new Network(List.of(layer(new double[1][1])), COST, Reduction.MEAN);
    for (int step = 0; step < steps; step++) {
      network =
          GradientDescent.updatedNetwork(
              network,
              BackwardPass.gradients(network, ForwardPass.trace(network, inputs, targets), targets),
              0.1);
    }
    return network;
  }

  private static Layer layer(double[][] weights) {
    return new Layer(Activation.IDENTITY, weights, new double[weights.length]);
  }

  private static double[][] outputs(Network network, DataSet data) {
    return ForwardPass.trace(network, columns(data, data::input), columns(data, data::target))
        .activations(network.depth());
  }

  private static double[][] columns(DataSet data, IntFunction<double[]> rows) {
    return Rows.transpose(IntStream.range(0, data.size()).mapToObj(rows).toArray(double[][]::new));
  }

  private static DataSet random(int samples) {
    Random random = new Random(3);
    double[][] inputs = Standardisations.far(random, samples, INPUTS);
    double[][] targets = Standardisations.far(random, samples, OUTPUTS);
    return new DataSet("random", inputs, targets, List.of(), Optional.empty());
  }
}
