package backprop.parity.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.ExactArithmetic;
import backprop.parity.sources.ExactResult;
import backprop.parity.sources.ExactSource;
import backprop.parity.sources.ForwardModeSource;
import backprop.parity.verdict.RandomNetworks.Temper;
import java.util.List;
import org.apache.commons.math3.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSourceTest {
  /** Published digits of tanh 1 and tanh ½; sigmoid(1) is (1 + tanh ½) / 2. */
  @ParameterizedTest
  @CsvSource({
    "SIGMOID, 0.731058578630004879251159241821836274365144640165056519",
    "TANH, 0.761594155955764888119458282604793590412768597257936551"
  })
  void itHasMoreThanFiftyDigits(Activation activation, String digits) {
    Dfp activationOfOne = values(one(activation, 1.0), Quantity.ACTIVATIONS);
    assertThat(activationOfOne.toString()).startsWith(digits);
  }

  @Test
  void softmaxOfTwoIsTheSigmoidOfTheirDifference() {
    double[][] weights = {{3.0}, {2.0}};
    Layer layer = new Layer(Activation.SOFTMAX, weights, new double[2]);
    Network network = new Network(List.of(layer), Cost.CROSS_ENTROPY, Reduction.SUM);
    double[][] targets = {{1.0}, {0.0}};
    Case question = new Case("two", network, new double[][] {{1.0}}, targets);
    assertThat(values(question, Quantity.ACTIVATIONS).toString())
        .startsWith("0.731058578630004879251159241821836274365144640165056519");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1000.0, 1000.0})
  void theDerivativeOfASaturatedSigmoidKeepsItsDigits(double z) {
    // (a - ½)·f′(z), where f′(z) = e⁻¹⁰⁰⁰ = 5.075958897549456765…·10⁻⁴³⁵ is below every double.
    Dfp delta = values(one(Activation.SIGMOID, z), Quantity.DELTAS);
    assertThat(delta.abs().toString()).startsWith("2.53797944877472838").endsWith("e-435");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e9, 1.5e9, -1.5e9, 1e300})
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void itReturnsForEveryPreActivation(double z) {
    double activation =
        ExactArithmetic.rounded(values(one(Activation.SIGMOID, z), Quantity.ACTIVATIONS));
    assertThat(activation).isEqualTo(z > 0.0 ? 1.0 : 0.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, -1.0 / 3.0, 4.9e-324, 1.7e308, 2.2250738585072011e-308})
  void aDoubleComesBackAsItWent(double value) {
    assertThat(ExactArithmetic.rounded(ExactArithmetic.exactly(value))).isEqualTo(value);
  }

  @Test
  void subnormalNumbersAreRoundedToTheNearest() {
    Dfp smallest = ExactArithmetic.exactly(Double.MIN_VALUE);
    assertThat(ExactArithmetic.rounded(smallest.multiply(7).divide(4)))
        .isEqualTo(2.0 * Double.MIN_VALUE);
  }

  @Test
  void bothWitnessesAgreeToTwelveDigits() {
    for (int number = 0; number < 108; number++) {
      Case question = RandomNetworks.random(number, Temper.MILD);
      Result exact = new ExactSource().answer(question);
      Result forwardMode = new ForwardModeSource().answer(question);
      for (Entry entry : Entries.of(forwardMode)) {
        assertThat(entry.in(forwardMode))
            .as("%s of %s", entry.name(), question.name())
            .isCloseTo(entry.in(exact), offset(1e-12));
      }
    }
  }

  @Test
  void forwardModeTakesNoLogarithmForATargetOfZero() {
    double[][] weights = {{0.0}, {-800.0}};
    Layer layer = new Layer(Activation.SOFTMAX, weights, new double[2]);
    Network network = new Network(List.of(layer), Cost.CROSS_ENTROPY, Reduction.SUM);
    double[][] targets = {{1.0}, {0.0}};
    Case question = new Case("underflow", network, new double[][] {{1.0}}, targets);
    Result forwardMode = new ForwardModeSource().answer(question);
    assertThat(forwardMode.cost()).hasValue(0.0);
    double[][] biasGradients = forwardMode.values(Quantity.BIAS_GRADIENTS, 1).orElseThrow();
    assertThat(biasGradients[1][0]).isZero();
  }

  /** One neuron that receives z, one sample, half squared error with target ½. */
  private static Case one(Activation activation, double z) {
    Layer layer = new Layer(activation, new double[][] {{z}}, new double[1]);
    Network network = new Network(List.of(layer), Cost.HALF_SQUARED_ERROR, Reduction.SUM);
    return new Case("one", network, new double[][] {{1.0}}, new double[][] {{0.5}});
  }

  private static Dfp values(Case question, Quantity quantity) {
    ExactResult result = new ExactSource().exactAnswer(question);
    return result.values(quantity, 1).orElseThrow()[0][0];
  }
}
