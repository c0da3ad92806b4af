package backprop.parity.training.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A training starts from weights with the right spread, and from the same bits everywhere. */
class InitialWeightsTest {
  private static final int INPUTS = 80;
  private static final int OUTPUTS = 200;

  /** The first two are those of a program in Python, written from the generator's specification. */
  @ParameterizedTest
  @CsvSource({
    "ZERO, 7c4c2b940c41426e36a4cf6c83afababacfb8bb1a1dc39162a95bb812e1d109f",
    "XAVIER, ac124c8585d0da80059f71893e6b5a39a27506f5ca928aa7b75e364237e90b51",
    "HE, d71718acadca4da05dc85107066744a8c88d628f5fb168283d53d25340792bc6",
    "NORMAL, 9f6ef18cf53c6614a2b9a96b0d984d7041dab62d2794363dd764bb5ecfff24a1"
  })
  void aSeedGivesTheSameBitsOnEveryJvm(InitialWeights initial, String digest) throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    for (Layer layer : network(initial, 42, 7, 5, 3).layers()) {
      numbers(layer)
          .forEach(number -> sha256.update(ByteBuffer.allocate(8).putDouble(number).flip()));
    }
    assertThat(HexFormat.of().formatHex(sha256.digest())).isEqualTo(digest);
  }

  @ParameterizedTest
  @EnumSource(
      value = InitialWeights.class,
      names = {"XAVIER", "HE", "NORMAL"})
  void anotherSeedGivesOtherWeights(InitialWeights initial) {
    double first = network(initial, 1, 2, 1).layer(1).weights()[0][0];
    assertThat(network(initial, 2, 2, 1).layer(1).weights()[0][0]).isNotEqualTo(first);
  }

  @Test
  void xaviersWeightsFillTheirRangeEvenly() {
    double limit = StrictMath.sqrt(6.0 / (INPUTS + OUTPUTS));
    double[] weights = weights(InitialWeights.XAVIER);
    assertThat(Arrays.stream(weights).map(StrictMath::abs).max().orElseThrow())
        .isBetween(0.999 * limit, limit);
    requireMeanAndVariance(weights, 2.0 / (INPUTS + OUTPUTS), 0.8);
  }

  @Test
  void hesWeightsHaveTheVarianceOfTwoByTheInputs() {
    requireMeanAndVariance(weights(InitialWeights.HE), 2.0 / INPUTS, 2.0);
  }

  @Test
  void normalWeightsHaveTheVarianceOfOne() {
    requireMeanAndVariance(weights(InitialWeights.NORMAL), 1.0, 2.0);
  }

  @ParameterizedTest
  @EnumSource(
      value = InitialWeights.class,
      names = {"ZERO", "XAVIER", "HE"})
  void biasesStartAtZero(InitialWeights initial) {
    assertThat(network(initial, 3, 4, 6).layer(1).biases()).containsOnly(0.0);
  }

  @Test
  void normalBiasesAreDrawnLikeTheWeights() {
    double[] biases = network(InitialWeights.NORMAL, 4, 1, 16_000).layer(1).biases();
    requireMeanAndVariance(biases, 1.0, 2.0);
  }

  @Test
  void zeroWeightsAreZero() {
    assertThat(weights(InitialWeights.ZERO)).containsOnly(0.0);
  }

  @Test
  void theNetworkHasTheWidthsAndActivationsAskedFor() {
    Network network = network(InitialWeights.HE, 5, 4, 3, 2);
    assertThat(network.depth()).isEqualTo(2);
    assertThat(network.layer(1).weights()).hasDimensions(3, 4);
    assertThat(network.layer(2).weights()).hasDimensions(2, 3);
    assertThat(network.layer(1).activation()).isEqualTo(Activation.TANH);
    assertThat(network.layer(2).activation()).isEqualTo(Activation.SIGMOID);
    assertThat(network.cost()).isEqualTo(Cost.SQUARED_ERROR);
    assertThat(network.reduction()).isEqualTo(Reduction.MEAN);
  }

  @Test
  void widthsWithoutALayerAreRefused() {
    assertThatThrownBy(() -> network(InitialWeights.HE, 1, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one layer");
    assertThatThrownBy(() -> network(InitialWeights.HE, 1, 4, 0, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1 input and 1 neuron");
  }

  /**
   * Within five standard errors, which a right generator leaves in one of a million draws; the seed
   * is fixed, so it is drawn once.
   *
   * @param spread of the squares: their variance by the square of their mean
   */
  private static void requireMeanAndVariance(double[] numbers, double variance, double spread) {
    int count = numbers.length;
    double mean = Arrays.stream(numbers).average().orElseThrow();
    double squares = Arrays.stream(numbers).map(number -> number * number).average().orElseThrow();
    assertThat(mean).isCloseTo(0.0, within(5.0 * StrictMath.sqrt(variance / count)));
    assertThat(squares)
        .isCloseTo(variance, within(5.0 * variance * StrictMath.sqrt(spread / count)));
  }

  private static double[] weights(InitialWeights initial) {
    Layer layer = network(initial, 6, INPUTS, OUTPUTS).layer(1);
    return Arrays.stream(layer.weights()).flatMapToDouble(Arrays::stream).toArray();
  }

  private static DoubleStream numbers(Layer layer) {
    return DoubleStream.concat(
        Arrays.stream(layer.weights()).flatMapToDouble(Arrays::stream),
        Arrays.stream(layer.biases()));
  }

  private static Network network(InitialWeights initial, long seed, int... widths) {
    return initial.network(
        widths, Activation.TANH, Activation.SIGMOID, Cost.SQUARED_ERROR, Reduction.MEAN, seed);
  }
}
