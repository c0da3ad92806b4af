package backprop.parity.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.loops.optimisers.Adam;
import backprop.loops.optimisers.Moment;
import backprop.loops.optimisers.Momentum;
import backprop.loops.optimisers.Optimiser;
import backprop.parity.bits.Training;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.suites.RandomCases;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both optimisers against steps done by hand and against exact arithmetic. */
class OptimisersTest {
  static final int STEPS = 30;
  static final double LEARNING_RATE = 0.01;
  static final double MOMENTUM = 0.9;

  /** The line y = w·x + b with w = 1 and b = 0. */
  private static final Network LINE =
      network(new Layer(Activation.IDENTITY, new double[][] {{1.0}}, new double[] {0.0}));

  /** The same with w = 0. */
  private static final Network FLAT =
      network(new Layer(Activation.IDENTITY, new double[][] {{0.0}}, new double[] {0.0}));

  /** Every number below is a binary fraction, so nothing is rounded. */
  @Test
  void twoStepsWithMomentumAreThoseDoneByHand() {
    for (Training training : Training.all(LINE, Momentum.start(LINE, 0.25, 0.5), 1)) {
      try (training) {
        // x = 2: y = 2, one too many. The gradients are 2 and 1, and so are the velocities.
        training.step(new double[][] {{2.0}}, new double[][] {{1.0}});
        requireLine(training, 1.0 - 0.25 * 2.0, 0.0 - 0.25 * 1.0);
        // y = 0.5 · 2 - 0.25 = 0.75, a quarter too little: gradients -0.5 and -0.25,
        // velocities 0.5 · 2 - 0.5 = 0.5 and 0.5 · 1 - 0.25 = 0.25.
        training.step(new double[][] {{2.0}}, new double[][] {{1.0}});
        requireLine(training, 0.375, -0.3125);
      }
    }
  }

  @Test
  void twoStepsOfAdamAreThoseDoneByHand() {
    Moment mean = Moment.start(FLAT, 0.5);
    for (Training training : Training.all(FLAT, new Adam(1.0, 3.0, mean, mean), 1)) {
      try (training) {
        // x = 1: y = 0, five too many, so both gradients are 5. Moments 2.5 and 12.5, times
        // 1 / (1 - 0.5): 5 and 25. Direction 5 / (√25 + 3) = 0.625, a binary fraction.
        training.step(new double[][] {{1.0}}, new double[][] {{-5.0}});
        requireLine(training, -0.625, -0.625);
        // y = -1.25, one too many: gradients 1. Moments 1.25 + 0.5 and 6.25 + 0.5, times
        // 1 / (1 - 0.25): 7/3 and 9. Direction 7/3 / (√9 + 3) = 7/18, rounded a few times.
        training.step(new double[][] {{1.0}}, new double[][] {{-2.25}});
        Layer layer = training.network().layer(1);
        assertThat(layer.weights()[0][0]).isCloseTo(-73.0 / 72.0, within(8 * 0x1p-53));
        assertThat(layer.biases()[0]).isEqualTo(layer.weights()[0][0]);
      }
    }
  }

  @Test
  void momentumEndsWhereExactArithmeticDoes() {
    Case question = question();
    Optimiser start = Momentum.start(question.network(), LEARNING_RATE, MOMENTUM);
    for (Training training : Training.all(question.network(), start, question.samples())) {
      try (training) {
        for (RecordedParameter each : RecordedParameter.of(training, question, STEPS)) {
          ExactDescent exact = ExactDescent.momentum(each, LEARNING_RATE, MOMENTUM);
          assertThat(exact.distance(each.end())).isLessThanOrEqualTo(exact.bound());
        }
      }
    }
  }

  @Test
  void adamEndsWhereExactArithmeticDoes() {
    Case question = question();
    Optimiser start = Adam.start(question.network(), LEARNING_RATE);
    for (Training training : Training.all(question.network(), start, question.samples())) {
      try (training) {
        for (RecordedParameter each : RecordedParameter.of(training, question, STEPS)) {
          ExactDescent exact = adam(each, true);
          assertThat(exact.distance(each.end())).isLessThanOrEqualTo(exact.bound());
        }
      }
    }
  }

  @Test
  void theBoundRefusesAdamWithoutTheCorrectionOfItsStart() {
    Case question = question();
    Optimiser start = Adam.start(question.network(), LEARNING_RATE);
    Training training = Training.loops(question.network(), start);
    for (RecordedParameter each : RecordedParameter.of(training, question, STEPS)) {
      ExactDescent wrong = adam(each, false);
      assertThat(wrong.distance(each.end())).isGreaterThan(1e6 * wrong.bound());
    }
  }

  static ExactDescent adam(RecordedParameter parameter, boolean corrected) {
    double first = Adam.FIRST_DECAY;
    double second = Adam.SECOND_DECAY;
    return ExactDescent.adam(parameter, LEARNING_RATE, first, second, Adam.EPSILON, corrected);
  }

  /** Some weights and biases, none of which has a gradient of exactly 0. */
  static Case question() {
    Objective ending = new Objective(Activation.SOFTMAX, Cost.CROSS_ENTROPY, Reduction.MEAN);
    RandomCases random = new RandomCases(23);
    return random.next("witness", new int[] {4, 5, 3}, 6, List.of(Activation.TANH), ending);
  }

  private static Network network(Layer layer) {
    return new Network(List.of(layer), Cost.HALF_SQUARED_ERROR, Reduction.SUM);
  }

  private static void requireLine(Training training, double weight, double bias) {
    Layer layer = training.network().layer(1);
    assertThat(layer.weights()[0][0]).isEqualTo(weight);
    assertThat(layer.biases()[0]).isEqualTo(bias);
  }
}
