package backprop.parity.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Result;
import backprop.parity.sources.ExactResult;
import backprop.parity.sources.ExactSource;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import backprop.parity.sources.habits.Habit;
import backprop.parity.sources.habits.HabitualSource;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.suites.RandomCases;
import backprop.parity.suites.StressSuite;
import backprop.parity.verdict.RandomNetworks.Temper;
import backprop.parity.verdict.enclosure.Enclosure;
import backprop.parity.verdict.enclosure.Interval;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bound covers every rounding.
 *
 * <p>What is shown, for every number of a case: around it stands an enclosure, computed in interval
 * arithmetic that is rounded outward, which holds the exact number and that of every program whose
 * operations are right up to u, whose functions are right up to what their documentation promises,
 * which adds in any order, and takes f′ from the pre-activation or from the activation. Neither end
 * of it is farther from the exact number than the bound. So no such program leaves the bound, also
 * where errors are large: no term is left out for being small.
 *
 * <p>An enclosure may be wider than need be, where one number comes in twice; a bound that covers it
 * covers the programs all the more.
 */
class EnclosureTest {
  /** More for a longer look: {@code -Dnetworks=400}. */
  private static final int NETWORKS = Integer.getInteger("networks", 12);

  private static final ExactSource EXACT = new ExactSource();
  private static final List<GradientSource> PROGRAMS =
      List.of(
          new LoopsSource(),
          new MatrixSource(),
          new HabitualSource(Habit.BIAS_FIRST),
          new HabitualSource(Habit.DESCENDING_SUMS),
          new HabitualSource(Habit.PAIRWISE_SUMS),
          new HabitualSource(Habit.FUSED_MULTIPLY_ADD),
          new HabitualSource(Habit.NEAREST_FUNCTIONS),
          new HabitualSource(Habit.NEIGHBOURING_FUNCTIONS),
          new HabitualSource(Habit.DIVIDED_SUMS),
          new HabitualSource(Habit.DERIVATIVE_FROM_ACTIVATION),
          new HabitualSource(Habit.DERIVATIVE_BY_EXPONENTIALS),
          new HabitualSource(Habit.ONE_FORM_OF_SIGMOID));

  @ParameterizedTest
  @MethodSource("suites")
  void noProgramInDoublePrecisionLeavesTheBound(List<Case> suite) {
    suite.forEach(question -> requireCovered(question, Precision.DOUBLE));
  }

  static List<List<Case>> suites() {
    return List.of(DefaultSuite.cases(), StressSuite.cases());
  }

  @ParameterizedTest
  @EnumSource(names = {"DOUBLE", "FLOAT"})
  void noProgramLeavesTheBoundOfARandomNetwork(Precision precision) {
    RandomCases random = new RandomCases(16);
    for (int number = 0; number < NETWORKS; number++) {
      requireCovered(random.next(), precision);
    }
    for (Temper temper : Temper.values()) {
      networks(temper).forEach(question -> requireCovered(question, precision));
    }
  }

  /** An enclosure that is too narrow proves nothing. */
  @Test
  void theEnclosureHoldsProgramsThatRoundInOtherWays() {
    networks(Temper.MILD)
        .forEach(
            question -> {
              Enclosure enclosure = Enclosure.inDouble(question);
              PROGRAMS.forEach(program -> requireHeld(question, enclosure, program));
            });
  }

  /** Two kinds of arithmetic that share nothing agree on what is exact. */
  @ParameterizedTest
  @EnumSource
  void withoutRoundingNothingButTheExactNumberIsLeft(Temper temper) {
    networks(temper)
        .forEach(
            question -> {
              Enclosure enclosure = Enclosure.exact(question);
              ExactResult exact = EXACT.exactAnswer(question);
              for (Entry entry : Entries.of(new LoopsSource().answer(question))) {
                BigDecimal truth = truth(entry, exact);
                Interval ends = enclosure.at(entry);
                String what = "%s of %s".formatted(entry.name(), question.name());
                assertThat(ends.contains(truth)).as("%s in %s: %s", truth, ends, what).isTrue();
                if (ends.isBounded()) {
                  BigDecimal width = BigDecimal.ONE.max(truth.abs()).movePointLeft(25);
                  assertThat(ends.reachFrom(Interval.at(truth)))
                      .as(what)
                      .isLessThanOrEqualTo(width);
                } else {
                  assertThat(temper).as("without ends: %s", what).isEqualTo(Temper.SATURATED);
                }
              }
            });
  }

  private static Stream<Case> networks(Temper temper) {
    return IntStream.range(0, NETWORKS).mapToObj(number -> RandomNetworks.random(number, temper));
  }

  private static void requireCovered(Case question, Precision precision) {
    Enclosure enclosure =
        precision == Precision.DOUBLE ? Enclosure.inDouble(question) : Enclosure.inFloat(question);
    ErrorBound bound = new ErrorBound(question, precision);
    Enclosure exact = Enclosure.exact(question);
    for (Entry entry : Entries.of(new LoopsSource().answer(question))) {
      double error = Entries.estimate(entry, bound).error();
      Interval ends = enclosure.at(entry);
      if (Double.isFinite(error)) {
        String what = "%s of %s in %s".formatted(entry.name(), question.name(), precision);
        assertThat(ends.isBounded()).as("ends of %s", what).isTrue();
        BigDecimal reach = ends.reachFrom(exact.at(entry));
        assertThat(reach).as(what).isLessThanOrEqualTo(new BigDecimal(error));
      }
    }
  }

  private static void requireHeld(Case question, Enclosure enclosure, GradientSource program) {
    Result result = program.answer(question);
    for (Entry entry : Entries.of(result)) {
      BigDecimal found = new BigDecimal(entry.in(result));
      Interval ends = enclosure.at(entry);
      assertThat(ends.contains(found))
          .as("%s: %s of %s is %s", program.name(), entry.name(), question.name(), found)
          .isTrue();
    }
  }

  private static BigDecimal truth(Entry entry, ExactResult exact) {
    return new BigDecimal(Entries.exact(entry, exact).toString());
  }
}
