package backprop.parity.diagnosis;

import static backprop.parity.diagnosis.mistakes.Mistake.*;
import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.verdict.Precision;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The cases that {@code check} asks by default name a mistake in spite of rounding. */
class DefaultSuiteDiagnosisTest {
  /** As many units in the last place a careless program is off. */
  private static final double CARELESS = 4.0;

  private static final List<Case> CASES = DefaultSuite.cases();

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SOFTMAX_UNSHIFTED", "RELU_DERIVATIVE_AT_ZERO", "WEIGHT_GRADIENTS_TRANSPOSED"})
  void aCarelessProgramWithOneMistakeIsNamedByItAlone(Mistake mistake) {
    assertThat(diagnosis(Precision.DOUBLE, FaultyProgram.with(mistake)).names())
        .containsExactly(mistake.spelling());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {
        "SOFTMAX_UNSHIFTED",
        "RELU_DERIVATIVE_AT_ZERO",
        "WEIGHT_GRADIENTS_TRANSPOSED",
        "EPSILON_IN_LOGARITHM" // 1e-7 is less than a rounding
      })
  void inSinglePrecisionToo(Mistake mistake) {
    assertThat(diagnosis(Precision.FLOAT, FaultyProgram.with(mistake)).names())
        .containsExactly(mistake.spelling());
  }

  @ParameterizedTest
  @EnumSource(names = {"SOFTMAX_UNSHIFTED", "RELU_DERIVATIVE_AT_ZERO"})
  void whatIsAcceptedOnMildCasesIsNoMistake(Mistake mistake) {
    assertThat(diagnosis(Precision.DOUBLE, FaultyProgram.with(mistake)).correct()).isTrue();
  }

  @Test
  void roundingAloneIsNoMistake() {
    for (Precision precision : Precision.values()) {
      Diagnosis diagnosis = diagnosis(precision, FaultyProgram.correct());
      assertThat(diagnosis.correct()).as(precision.name()).isTrue();
      assertThat(diagnosis.names()).as(precision.name()).isEmpty();
    }
  }

  @Test
  void twoMistakesAreNamedTogetherAndThree() {
    assertThat(diagnosis(Precision.DOUBLE, FaultyProgram.with(UPDATE_ADDED, BIAS_ZERO)).names())
        .containsExactly("bias-zero + update-added");
    FaultyProgram three =
        FaultyProgram.with(UPDATE_ADDED, BIAS_FIRST_SAMPLE, HIDDEN_DERIVATIVE_MISSING);
    assertThat(diagnosis(Precision.DOUBLE, three).correct()).isFalse();
    assertThat(diagnosis(Precision.DOUBLE, three).names())
        .containsExactly("hidden-derivative-missing + bias-first-sample + update-added");
  }

  private static Diagnosis diagnosis(Precision precision, FaultyProgram program) {
    Random random = new Random(1);
    List<Observation> careless = new ArrayList<>();
    for (Observation observation : Suite.observations(CASES, program)) {
      Result rounded = rounded(observation.candidate(), precision, random);
      careless.add(new Observation(observation.question(), rounded));
    }
    return Diagnosis.of(careless, new BoundMatch(precision));
  }

  private static Result rounded(Result answer, Precision precision, Random random) {
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (int l = 1; l <= answer.depth(); l++) {
      Map<Quantity, double[][]> steps = new EnumMap<>(Quantity.class);
      for (Quantity quantity : Quantity.values()) {
        answer
            .values(quantity, l)
            .ifPresent(values -> steps.put(quantity, rounded(values, precision, random)));
      }
      layers.add(steps);
    }
    double[][] cost = {{answer.cost().orElseThrow()}};
    return new Result(
        answer.name(), OptionalDouble.of(rounded(cost, precision, random)[0][0]), layers);
  }

  private static double[][] rounded(double[][] values, Precision precision, Random random) {
    for (double[] row : values) {
      for (int i = 0; i < row.length; i++) {
        double units = CARELESS * (2.0 * random.nextDouble() - 1.0);
        row[i] = row[i] * (1.0 + units * precision.unitRoundoff());
      }
    }
    return values;
  }
}
