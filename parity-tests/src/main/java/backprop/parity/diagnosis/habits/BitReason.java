package backprop.parity.diagnosis.habits;

import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.verdict.BitComparison;
import backprop.parity.verdict.BitDifference;
import backprop.parity.verdict.SideBySide;
import java.util.Optional;

/** The likely reason for other bits: the habit that reproduces most of an answer. */
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
      return Optional.of("every number fits in single precision (float)");
    }
    Habit likeliest = null;
    BitComparison closest = null;
    for (Habit habit : Habit.values()) {
      Result reproduced = new HabitualLoops(habit).answer(question);
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
