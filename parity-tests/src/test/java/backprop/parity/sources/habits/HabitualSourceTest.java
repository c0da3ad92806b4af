package backprop.parity.sources.habits;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.diagnosis.BitReason;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.verdict.BitComparison;
import backprop.parity.verdict.BitDifference;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every habit is right, changes bits, and is recognised by its bits. */
class HabitualSourceTest {
  private static final List<Case> CASES = DefaultSuite.cases();

  @Test
  void withoutAHabitTheyHaveTheBitsOfTheLoops() {
    HabitualSource none = new HabitualSource();
    assertThat(CASES)
        .allSatisfy(question -> assertThat(difference(question, none.answer(question))).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void everyHabitStaysWithinTheRoundingBound(Habit habit) {
    HabitualSource loops = new HabitualSource(habit);
    Precision precision = habit == Habit.SINGLE_PRECISION ? Precision.FLOAT : Precision.DOUBLE;
    assertThat(CASES)
        .allSatisfy(
            question -> {
              Result expected = new LoopsSource().answer(question);
              Result actual = loops.answer(question);
              CaseComparison comparison = new CaseComparison(question, expected, actual, precision);
              assertThat(comparison.firstDivergence()).isEmpty();
            });
  }

  @ParameterizedTest
  @EnumSource
  void theFirstOtherBitsTellTheHabit(Habit habit) {
    HabitualSource loops = new HabitualSource(habit);
    Case question =
        CASES.stream()
            .filter(each -> difference(each, loops.answer(each)).isPresent())
            .findFirst()
            .orElseThrow();
    Result actual = loops.answer(question);
    BitDifference first = difference(question, actual).orElseThrow();
    Optional<String> reason = BitReason.of(question, actual, first);
    assertThat(reason).hasValueSatisfying(text -> assertThat(text).startsWith(habit.sentence()));
  }

  @Test
  void aWrongNumberIsNoHabit() {
    Case question = CASES.get(0);
    Result actual = new LoopsSource().answer(question);
    BitDifference first =
        difference(CASES.get(0), new HabitualSource(Habit.BIAS_FIRST).answer(question))
            .orElseThrow();
    BitDifference wrong = new BitDifference(first.step(), first.entry(), first.expected(), 7.0);
    assertThat(BitReason.of(question, actual, wrong)).isEmpty();
  }

  private static Optional<BitDifference> difference(Case question, Result actual) {
    Result expected = new LoopsSource().answer(question);
    return BitComparison.withEitherZero(expected, actual).firstDifference();
  }
}
