package backprop.parity.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.diagnosis.mistakes.FaultyLoops;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Result;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.habits.Habit;
import backprop.parity.sources.habits.HabitualSource;
import backprop.parity.verdict.RandomNetworks.Temper;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that differ by rounding agree with the loops; programs that differ by more do not. */
class AgreementTest {
  private static final int NETWORKS = 72;

  /** One or two of every family, all of which show on square layers. */
  static List<Mistake> mistakes() {
    return List.of(
        Mistake.SUMMED_NOT_AVERAGED,
        Mistake.FACTOR_HALF,
        Mistake.SIGN_FLIPPED,
        Mistake.LAST_SAMPLE_ONLY,
        Mistake.OUTPUT_DERIVATIVE_MISSING,
        Mistake.HIDDEN_DERIVATIVE_MISSING,
        Mistake.HIDDEN_DERIVATIVE_AT_ACTIVATION,
        Mistake.TRANSPOSE_MISSING,
        Mistake.WRONG_LAYER_WEIGHTS,
        Mistake.PRE_ACTIVATION_AS_INPUT,
        Mistake.WEIGHT_GRADIENTS_TRANSPOSED);
  }

  @ParameterizedTest
  @EnumSource
  void carelessProgramsAgreeOnMildNetworks(Habit habit) {
    Precision precision = habit == Habit.SINGLE_PRECISION ? Precision.FLOAT : Precision.DOUBLE;
    for (int number = 0; number < NETWORKS; number++) {
      Case question = RandomNetworks.random(number, Temper.MILD);
      assertThat(worst(new HabitualSource(habit), question, precision))
          .as("largest boundRatio of %s on %s", habit, question.name())
          .isLessThanOrEqualTo(2.0);
    }
  }

  @Test
  void singlePrecisionAgreesWhereSumsCancel() {
    GradientSource single = new HabitualSource(Habit.SINGLE_PRECISION);
    for (int number = 0; number < NETWORKS; number++) {
      Case question = RandomNetworks.random(number, Temper.CANCELLING);
      assertThat(worst(single, question, Precision.FLOAT))
          .as("largest boundRatio on %s", question.name())
          .isLessThanOrEqualTo(2.0);
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void everyMistakeIsAMillionTimesTheBound(Mistake mistake) {
    for (int number = 0; number < NETWORKS; number++) {
      Case question = square(number);
      assertThat(worst(new FaultyLoops(FaultyProgram.with(mistake)), question, Precision.DOUBLE))
          .as("largest boundRatio of %s on %s", mistake, question.name())
          .isGreaterThan(1e6);
    }
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void everyMistakeIsSeenInSinglePrecisionToo(Mistake mistake) {
    for (int number = 0; number < NETWORKS; number++) {
      Case question = square(number);
      assertThat(worst(new FaultyLoops(FaultyProgram.with(mistake)), question, Precision.FLOAT))
          .as("largest boundRatio of %s on %s", mistake, question.name())
          .isGreaterThan(100.0);
    }
  }

  @Test
  void singlePrecisionIsNotMistakenForDouble() {
    for (int number = 0; number < NETWORKS; number++) {
      Case question = square(number);
      assertThat(worst(new HabitualSource(Habit.SINGLE_PRECISION), question, Precision.DOUBLE))
          .as("largest boundRatio on %s", question.name())
          .isGreaterThan(1e4);
    }
  }

  @Test
  void anUnfusedDeltaIsFragileWhereTheSigmoidSaturates() {
    Layer layer = new Layer(Activation.SIGMOID, new double[][] {{1.0}}, new double[] {0.0});
    Network network = new Network(List.of(layer), Cost.BINARY_CROSS_ENTROPY, Reduction.SUM);
    double[][] inputs = {{30.0}};
    Case question = new Case("saturated", network, inputs, new double[][] {{0.5}});
    GradientSource unfused = new HabitualSource(Habit.UNFUSED_OUTPUT_DELTA);
    assertThat(worst(unfused, question, Precision.DOUBLE)).isGreaterThan(2.0);
  }

  private static double worst(GradientSource source, Case question, Precision precision) {
    Agreement agreement = new Agreement(question, precision);
    Result loops = new LoopsSource().answer(question);
    Result result = source.answer(question);
    double worst = 0.0;
    for (Entry entry : Entries.of(result)) {
      Allowance allowance = Entries.allowance(entry, agreement);
      double ratio = allowance.boundRatio(entry.in(result), entry.in(loops));
      worst = StrictMath.max(worst, ratio);
    }
    return worst;
  }

  /** Three layers of three neurons each, so that a wrong matrix fits as well as the right one. */
  private static Case square(int number) {
    RandomGenerator random = new SplittableRandom(number);
    Layer first = new Layer(Activation.TANH, rows(random), rows(random)[0]);
    Layer second = new Layer(Activation.SIGMOID, rows(random), rows(random)[0]);
    Layer third = new Layer(Activation.SIGMOID, rows(random), rows(random)[0]);
    List<Layer> layers = List.of(first, second, third);
    Network network = new Network(layers, Cost.SQUARED_ERROR, Reduction.MEAN);
    return new Case("square " + number, network, rows(random), rows(random));
  }

  private static double[][] rows(RandomGenerator random) {
    double[][] rows = new double[3][3];
    for (double[] row : rows) {
      Arrays.setAll(row, s -> random.nextDouble(-1.0, 1.0));
    }
    return rows;
  }
}
