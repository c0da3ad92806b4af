package backprop.parity.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.loops.Activation;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.GradientSource;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.training.data.Women;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A line from weight to height, on real data.
 *
 * <p>Source: 「誤差逆伝播法を簡単に説明してみる」.
 */
class LineFitTest {
  private static final Women WOMEN = Women.load();

  /** Too low and too high, too flat and too steep. */
  private static final List<double[]> LINES =
      List.of(
          new double[] {0.25, 30.0},
          new double[] {0.3, 30.0},
          new double[] {-0.1, 80.0},
          new double[] {1.0, -72.0},
          new double[] {0.0, 0.0});

  private static Stream<Answered> answers() {
    return Twins.both()
        .flatMap(twin -> LINES.stream().map(line -> new Answered(twin, line[0], line[1])));
  }

  /** One twin's answer for the line y = a·x + b. */
  private record Answered(GradientSource twin, double a, double b) {
    Result result() {
      return twin.answer(question(a, b, WOMEN.weights()));
    }

    double cost() {
      return result().cost().orElseThrow();
    }

    double slopeGradient() {
      return Twins.values(result(), Quantity.WEIGHT_GRADIENTS, 1)[0][0];
    }

    double interceptGradient() {
      return Twins.values(result(), Quantity.BIAS_GRADIENTS, 1)[0][0];
    }

    @Override
    public String toString() {
      return "%s, y = %s x + %s".formatted(twin.name(), a, b);
    }
  }

  @ParameterizedTest
  @MethodSource("answers")
  void gradientsAreTheArticlesSums(Answered line) {
    double slopeSum = 0.0;
    double interceptSum = 0.0;
    double slopeMagnitude = 0.0;
    double interceptMagnitude = 0.0;
    for (int s = 0; s < WOMEN.size(); s++) {
      double x = WOMEN.weights()[s];
      double error = line.a() * x + line.b() - WOMEN.heights()[s];
      slopeSum += error * x;
      interceptSum += error;
      slopeMagnitude += 200.0 * x;
      interceptMagnitude += 200.0;
    }
    // No product, prediction or height is above 200; a term is rounded four times, the sum N times.
    double factor = 2.0 / WOMEN.size();
    double roundings = (4.0 + WOMEN.size()) * 0x1p-53 * factor;
    assertThat(line.slopeGradient())
        .isCloseTo(factor * slopeSum, within(roundings * slopeMagnitude));
    assertThat(line.interceptGradient())
        .isCloseTo(factor * interceptSum, within(roundings * interceptMagnitude));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void aPredictionBelowTheHeightHasANegativeDelta(Answered line) {
    double[] predictions = Twins.values(line.result(), Quantity.ACTIVATIONS, 1)[0];
    double[] deltas = Twins.values(line.result(), Quantity.DELTAS, 1)[0];
    for (int s = 0; s < WOMEN.size(); s++) {
      double error = predictions[s] - WOMEN.heights()[s];
      assertThat(StrictMath.signum(deltas[s]))
          .as("sample %d: prediction %s, delta %s", s, predictions[s], deltas[s])
          .isEqualTo(StrictMath.signum(error));
    }
  }

  @ParameterizedTest
  @MethodSource("answers")
  void movingAParameterAgainstItsGradientLowersTheCost(Answered line) {
    double slopeStep = -1e-6 * StrictMath.signum(line.slopeGradient());
    Answered turned = new Answered(line.twin(), line.a() + slopeStep, line.b());
    assertThat(turned.cost()).as("slope").isLessThan(line.cost());
    double interceptStep = -1e-6 * StrictMath.signum(line.interceptGradient());
    Answered lifted = new Answered(line.twin(), line.a(), line.b() + interceptStep);
    assertThat(lifted.cost()).as("intercept").isLessThan(line.cost());
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void everyStepOfTheDescentOnTheRawDataLowersTheCost(GradientSource twin) {
    Case current = WorkedExamples.named("line-fit");
    for (int step = 1; step <= 100; step++) {
      Case next = Twins.afterSteps(twin, current, 1);
      double cost = twin.answer(current).cost().orElseThrow();
      assertThat(twin.answer(next).cost().orElseThrow()).as("step %d", step).isLessThan(cost);
      current = next;
    }
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theDescentReachesTheLeastSquaresLine(GradientSource twin) {
    // Raw weights stretch the valley a million times longer than wide: centred and scaled it is
    // round, and every step leaves less than six tenths of the way.
    double centre = 137.0;
    double scale = 15.0;
    double[] scaled =
        DoubleStream.of(WOMEN.weights()).map(weight -> (weight - centre) / scale).toArray();
    Case reached = Twins.afterSteps(twin, question(0.0, 0.0, scaled), 200);
    double slope = reached.network().layer(1).weights()[0][0] / scale;
    double intercept = reached.network().layer(1).biases()[0] - slope * centre;

    SimpleRegression regression = new SimpleRegression();
    for (int s = 0; s < WOMEN.size(); s++) {
      regression.addData(WOMEN.weights()[s], WOMEN.heights()[s]);
    }
    // 0.6²⁰⁰ of the way is left, and as many roundings of 72 inches as there are samples.
    double roundings = 8.0 * WOMEN.size() * 0x1p-53 * 72.0;
    assertThat(slope).isCloseTo(regression.getSlope(), within(roundings));
    assertThat(intercept).isCloseTo(regression.getIntercept(), within(roundings));
  }

  private static Case question(double a, double b, double[] x) {
    Layer line = new Layer(Activation.IDENTITY, new double[][] {{a}}, new double[] {b});
    Case built = WorkedExamples.named("line-fit");
    Network network =
        new Network(List.of(line), built.network().cost(), built.network().reduction());
    double[][] inputs = {x};
    double[][] targets = {WOMEN.heights()};
    OptionalDouble learningRate = OptionalDouble.of(0.25);
    return new Case("line", network, inputs, targets, learningRate, built.weightLayout());
  }
}
