package backprop.parity.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.Cost;
import backprop.loops.ForwardPass;
import backprop.loops.GradientDescent;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.cases.Rows;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Standardised inputs make descent converge, and the weights can be told in the data's units. */
class StandardisationTest {
  private static final DataSet WOMEN = BuiltInData.named("women").training();

  @Test
  void everyInputHasTheMeanZeroAndTheDeviationOne() {
    DataSet data = random(50, 3);
    DataSet standardised = Standardisation.of(data).standardised(data);
    for (int i = 0; i < 3; i++) {
      int column = i;
      double[] entries =
          IntStream.range(0, 50).mapToDouble(s -> standardised.input(s)[column]).toArray();
      double mean = IntStream.range(0, 50).mapToDouble(s -> entries[s]).sum() / 50;
      double variance = IntStream.range(0, 50).mapToDouble(s -> entries[s] * entries[s]).sum() / 50;
      assertThat(mean).as("mean of input %d", i).isEqualTo(0.0, within(1e-12));
      assertThat(variance).as("variance of input %d", i).isEqualTo(1.0, within(1e-12));
    }
  }

  @Test
  void aColumnThatIsTheSameEverywhereBecomesZero() {
    double[][] rows = {{0.1, 1.0}, {0.1, 3.0}, {0.1, 5.0}};
    DataSet data = new DataSet("constant", rows, rows, List.of(), Optional.empty());
    DataSet standardised = Standardisation.of(data).standardised(data);
    for (int s = 0; s < 3; s++) {
      assertThat(standardised.input(s)[0]).as("sample %d", s).isEqualTo(0.0, within(1e-15));
    }
  }

  @Test
  void samplesHeldOutAreMeasuredWithTheMeansOfTheOthers() {
    Standardisation women = Standardisation.of(WOMEN);
    DataSet one = women.standardised(WOMEN.range(14, 15));
    assertThat(one.input(0)[0]).isEqualTo((164.0 - women.means()[0]) / women.deviations()[0]);
    assertThat(one.target(0)).containsExactly(72.0);
  }

  @Test
  void theFirstLayerGivesTheSameInTheUnitsOfTheData() {
    DataSet data = random(20, 3);
    Standardisation standardisation = Standardisation.of(data);
    Layer learned =
        new Layer(
            Activation.TANH, new double[][] {{0.5, -2, 1}, {3, 0, 7}}, new double[] {0.3, -4});
    double[][] expected = outputs(learned, standardisation.standardised(data));
    double[][] actual = outputs(standardisation.inUnitsOfTheData(learned), data);
    for (int j = 0; j < 2; j++) {
      assertThat(actual[j]).as("neuron %d", j).containsExactly(expected[j], within(1e-12));
    }
  }

  @Test
  void whereEveryInputIsSmallItIsNotNeeded() {
    assertThat(Standardisation.isAdvisable(WOMEN)).isTrue();
    assertThat(List.of("xor", "circles-and-crosses", "digits"))
        .noneMatch(name -> Standardisation.isAdvisable(BuiltInData.named(name).training()));
  }

  /** The learning rate 0.1 is nothing special; as the data are, it ends in infinity at once. */
  @Test
  void aHundredStepsDownReachTheLeastSquaresLineOfTheWomen() {
    Standardisation standardisation = Standardisation.of(WOMEN);
    Layer line = descended(standardisation.standardised(WOMEN), 100);
    Layer inPounds = standardisation.inUnitsOfTheData(line);
    LeastSquaresLine best = LeastSquaresLine.through(WOMEN).orElseThrow();
    assertThat(inPounds.weights()[0][0]).isEqualTo(best.slope(), within(1e-6));
    assertThat(inPounds.biases()[0]).isEqualTo(best.intercept(), within(1e-6));
    assertThat(descended(WOMEN, 100).weights()[0][0]).isNaN();
  }

  private static Layer descended(DataSet data, int steps) {
    double[][] inputs = columns(data);
    double[][] targets = new double[1][data.size()];
    IntStream.range(0, data.size()).forEach(s -> targets[0][s] = data.target(s)[0]);
    Layer start = new Layer(Activation.IDENTITY, new double[][] {{0}}, new double[] {0});
    Network network = new Network(List.of(start), Cost.SQUARED_ERROR, Reduction.MEAN);
    for (int step = 0; step < steps; step++) {
      network =
          GradientDescent.updatedNetwork(
              network,
              BackwardPass.gradients(network, ForwardPass.trace(network, inputs, targets), targets),
              0.1);
    }
    return network.layer(1);
  }

  private static double[][] outputs(Layer layer, DataSet data) {
    return ForwardPass.activations(
        layer.activation(),
        ForwardPass.preActivations(layer.weights(), layer.biases(), columns(data)));
  }

  private static double[][] columns(DataSet data) {
    return Rows.transpose(
        IntStream.range(0, data.size()).mapToObj(data::input).toArray(double[][]::new));
  }

  private static DataSet random(int samples, int inputs) {
    Random random = new Random(3);
    double[][] rows = new double[samples][inputs];
    for (double[] row : rows) {
      for (int i = 0; i < inputs; i++) {
        row[i] = 100.0 * i + 10.0 * random.nextGaussian();
      }
    }
    return new DataSet("random", rows, rows, List.of(), Optional.empty());
  }
}
