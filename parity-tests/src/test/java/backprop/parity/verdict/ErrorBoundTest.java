package backprop.parity.verdict;

import static backprop.parity.model.Quantity.ACTIVATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import backprop.parity.sources.habits.Habit;
import backprop.parity.sources.habits.HabitualSource;
import backprop.parity.verdict.RandomNetworks.Temper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A correct program never leaves the bound, and the bound leaves no room for more. */
class ErrorBoundTest {
  /** More for a longer look: {@code -Dnetworks=5000}. */
  private static final int NETWORKS = Integer.getInteger("networks", 288);

  private static final ExactSource EXACT = new ExactSource();
  private static final Map<String, ExactResult> EXACT_ANSWERS = new HashMap<>();

  @ParameterizedTest
  @EnumSource
  void theLoopsNeverLeaveTheBound(Temper temper) {
    for (int number = 0; number < NETWORKS; number++) {
      requireWithinBound(new LoopsSource(), RandomNetworks.random(number, temper));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theMatricesNeverLeaveTheBound(Temper temper) {
    for (int number = 0; number < NETWORKS; number++) {
      requireWithinBound(new MatrixSource(), RandomNetworks.random(number, temper));
    }
  }

  /** All but those that lose more than the formulas the bound is for. */
  @ParameterizedTest
  @EnumSource(
      names = {"UNFUSED_OUTPUT_DELTA", "TANH_BY_EXPONENTIALS"},
      mode = EnumSource.Mode.EXCLUDE)
  void carelessProgramsNeverLeaveTheBoundOnMildNetworks(Habit habit) {
    for (int number = 0; number < NETWORKS; number++) {
      requireWithinBound(new HabitualSource(habit), RandomNetworks.random(number, Temper.MILD));
    }
  }

  @Test
  void forwardModeNeverLeavesTheBoundOnMildNetworks() {
    for (int number = 0; number < NETWORKS; number++) {
      requireWithinBound(new ForwardModeSource(), RandomNetworks.random(number, Temper.MILD));
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsValuesAreTheLoopsOwnBits(Temper temper) {
    for (int number = 0; number < NETWORKS; number++) {
      Case question = RandomNetworks.random(number, temper);
      ErrorBound bound = new ErrorBound(question, Precision.DOUBLE);
      Result loops = new LoopsSource().answer(question);
      Entries.of(loops)
          .forEach(
              entry ->
                  assertThat(hex(Entries.estimate(entry, bound).value()))
                      .as("%s, %s", question.name(), entry.name())
                      .isEqualTo(hex(entry.in(loops))));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "SATURATED", mode = EnumSource.Mode.EXCLUDE)
  void everyEntryHasABound(Temper temper) {
    for (int number = 0; number < NETWORKS; number++) {
      Case question = RandomNetworks.random(number, temper);
      ErrorBound bound = new ErrorBound(question, Precision.DOUBLE);
      for (Entry entry : Entries.of(new LoopsSource().answer(question))) {
        assertThat(Entries.estimate(entry, bound).error())
            .as("bound of %s of %s", entry.name(), question.name())
            .isFinite();
      }
    }
  }

  @Test
  void theCostHasNoBoundWhereTheOutputUnderflows() {
    double[][] weights = {{0.0}, {-800.0}};
    Layer layer = new Layer(Activation.SOFTMAX, weights, new double[2]);
    Network network = new Network(List.of(layer), Cost.CROSS_ENTROPY, Reduction.SUM);
    double[][] targets = {{0.0}, {1.0}};
    Case question = new Case("underflow", network, new double[][] {{1.0}}, targets);
    double loops = new LoopsSource().answer(question).cost().orElseThrow();
    Allowance allowance = new Agreement(question, Precision.DOUBLE).cost();
    assertThat(allowance.undecidable()).as("undecidable").isTrue();
    assertThat(allowance.agrees(800.0, loops)).as("800 where the loops say " + loops).isTrue();
  }

  @Test
  void numbersBelowTheSmallestNormalMayBeLost() {
    Layer layer = new Layer(Activation.SIGMOID, new double[][] {{-720.0}}, new double[1]);
    Network network = new Network(List.of(layer), Cost.SQUARED_ERROR, Reduction.SUM);
    double[][] inputs = {{1.0}};
    Case question = new Case("subnormal", network, inputs, new double[][] {{0.0}});
    double loops = new LoopsSource().answer(question).values(ACTIVATIONS, 1).orElseThrow()[0][0];
    Allowance allowance = new Agreement(question, Precision.DOUBLE).entry(ACTIVATIONS, 1, 0, 0);
    assertThat(loops).as("e⁻⁷²⁰ in the loops").isPositive();
    assertThat(allowance.agrees(0.0, loops)).as("0 instead of " + loops).isTrue();
    assertThat(allowance.agrees(1e-300, loops)).as("10⁻³⁰⁰ instead of " + loops).isFalse();
  }

  @Test
  void aCaseWithoutLearningRateHasNoUpdateToBound() {
    Case asked = RandomNetworks.random(0, Temper.MILD);
    Case question = new Case("no rate", asked.network(), asked.inputs(), asked.targets());
    ErrorBound bound = new ErrorBound(question, Precision.DOUBLE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bound.entry(Quantity.UPDATED_BIASES, 1, 0, 0))
        .withMessage("updatedBiases needs a learning rate, the case has none");
  }

  @Test
  void theBoundIsLessThanAThousandTimesWhatHappens(TestReporter reporter) {
    List<Double> ratios = new ArrayList<>();
    for (int number = 0; number < NETWORKS; number++) {
      Case question = RandomNetworks.random(number, Temper.MILD);
      ErrorBound bound = new ErrorBound(question, Precision.DOUBLE);
      Result loops = new LoopsSource().answer(question);
      ExactResult exact = exactAnswer(question);
      for (Entry entry : Entries.of(loops)) {
        double error = distance(entry.in(loops), Entries.exact(entry, exact));
        if (error > 0.0) {
          ratios.add(error / Entries.estimate(entry, bound).error());
        }
      }
    }
    Collections.sort(ratios);
    double least = ratios.get(ratios.size() / 100);
    double median = ratios.get(ratios.size() / 2);
    double largest = ratios.get(ratios.size() - 1);
    String distribution =
        "1%% below %.4f, median %.3f, largest %.2f".formatted(least, median, largest);
    reporter.publishEntry("error of the loops / bound", distribution);
    assertThat(median).as(distribution).isBetween(0.001, 0.25);
  }

  private static void requireWithinBound(GradientSource source, Case question) {
    boolean single = source.name().equals(Habit.SINGLE_PRECISION.sentence());
    Precision precision = single ? Precision.FLOAT : Precision.DOUBLE;
    ErrorBound bound = new ErrorBound(question, precision);
    Result result = source.answer(question);
    ExactResult exact = exactAnswer(question);
    for (Entry entry : Entries.of(result)) {
      double value = entry.in(result);
      double largest = Entries.estimate(entry, bound).error();
      // Without a bound the entry may be anything, even infinite.
      if (Double.isFinite(largest)) {
        assertThat(distance(value, Entries.exact(entry, exact)))
            .as(
                "%s: %s of %s is %s, exactly %s; its error",
                source.name(), entry.name(), question.name(), value, Entries.exact(entry, exact))
            .isLessThanOrEqualTo(largest);
      }
    }
  }

  private static ExactResult exactAnswer(Case question) {
    return EXACT_ANSWERS.computeIfAbsent(question.name(), name -> EXACT.exactAnswer(question));
  }

  private static double distance(double value, Dfp exact) {
    return ExactArithmetic.rounded(ExactArithmetic.exactly(value).subtract(exact).abs());
  }

  private static String hex(double value) {
    return Double.toHexString(value);
  }
}
