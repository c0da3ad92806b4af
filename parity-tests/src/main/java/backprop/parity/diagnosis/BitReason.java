package backprop.parity.diagnosis;

import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.sources.habits.Habit;
import backprop.parity.sources.habits.HabitualSource;
import backprop.parity.verdict.BitComparison;
import backprop.parity.verdict.BitDifference;
import backprop.parity.verdict.SideBySide;
import java.util.Optional;

/** Why a right program has other bits: the habit that reproduces most of its answer. */
public final class BitReason {
  private BitReason() {}

  /**
   * A sentence on the habit that gives the number found, and most of the others.
   *
   * @param first where the answer parts from the loops
   * @return empty if no habit gives it
   */
  public static Optional<String> of(Case question, Result actual, BitDifference first) {
    if (isSinglePrecision(actual)) {
      return Optional.of(Habit.SINGLE_PRECISION.sentence());
    }
    Habit likeliest = null;
    BitComparison closest = null;
    for (Habit habit : Habit.values()) {
      Result reproduced = new HabitualSource(habit).answer(question);
      BitComparison comparison = BitComparison.withEitherZero(reproduced, actual);
      boolean given = Bits.agree(first.entry().in(reproduced), first.actual());
      if (given && (closest == null || comparison.identical() > closest.identical())) {
        likeliest = habit;
        closest = comparison;
      }
    }
    if (likeliest == null) {
      return Optional.empty();
    }
    String share = "that gives the number found, and %d of the %d of this case";
    return Optional.of(
        likeliest.sentence() + ": " + share.formatted(closest.identical(), closest.total()));
  }

  private static boolean isSinglePrecision(Result actual) {
    boolean[] fits = {true};
    SideBySide.visit(
        actual, actual, (entry, one, same) -> fits[0] &= one != one || one == (float) one);
    return fits[0];
  }
}
