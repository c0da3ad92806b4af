package backprop.parity.verdict;

import static backprop.parity.sources.habits.Habit.*;

import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.habits.Habit;
import backprop.parity.sources.habits.HabitualSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The careless but right formulas: each is run on the case itself, and shows how much accuracy it
 * loses there.
 *
 * <p>A program that uses one of them is off by about as much; a program that is off by more, or
 * where none of them is, computes something else.
 */
final class CarelessFormulas {
  private static final List<Set<Habit>> ALL =
      List.of(
          EnumSet.of(DERIVATIVE_FROM_ACTIVATION),
          EnumSet.of(UNFUSED_OUTPUT_DELTA),
          EnumSet.of(UNFUSED_OUTPUT_DELTA, DERIVATIVE_FROM_ACTIVATION),
          EnumSet.of(DERIVATIVE_BY_EXPONENTIALS),
          EnumSet.of(UNFUSED_OUTPUT_DELTA, DERIVATIVE_BY_EXPONENTIALS),
          EnumSet.of(UNSHIFTED_SOFTMAX),
          EnumSet.of(UNSHIFTED_SOFTMAX, UNFUSED_OUTPUT_DELTA),
          EnumSet.of(TANH_BY_EXPONENTIALS),
          EnumSet.of(TANH_BY_EXPONENTIALS, DERIVATIVE_FROM_ACTIVATION),
          EnumSet.of(DESCENDING_SUMS),
          EnumSet.of(FUSED_MULTIPLY_ADD, NEIGHBOURING_FUNCTIONS),
          EnumSet.of(FACTOR_PER_TERM));

  /** Between two programs with the same formula, whose sums are rounded differently. */
  private static final double OTHER_ROUNDING = 32.0;

  private CarelessFormulas() {}

  /** The first formula that explains every number which leaves the bound. */
  static Optional<String> explaining(CaseComparison comparison) {
    double scale = comparison.precision().unitRoundoff() / Precision.DOUBLE.unitRoundoff();
    return ALL.stream()
        .filter(habits -> explains(habits, comparison, scale))
        .map(habits -> new HabitualSource(habits).name())
        .findFirst();
  }

  private static boolean explains(Set<Habit> habits, CaseComparison comparison, double scale) {
    Case question = comparison.question();
    Set<Habit> formula = EnumSet.copyOf(habits);
    formula.add(ONE_FORM_OF_SIGMOID); // hardly any program has two
    Result careless = new HabitualSource(formula).answer(question);
    Result right = comparison.expected();
    boolean[] explains = {true};
    SideBySide.visit(
        right,
        comparison.actual(),
        (entry, expected, actual) -> {
          Allowance allowance = comparison.allowance(entry);
          if (!allowance.agrees(actual, expected)) {
            double lost = scale * lost(right, careless, entry);
            boolean same = Double.compare(entry.in(careless), actual) == 0;
            double difference = StrictMath.abs(actual - expected);
            explains[0] &= same || difference <= OTHER_ROUNDING * lost;
          }
        });
    return explains[0];
  }

  /** How far the formula is off in this step and layer; where it overflows it says nothing. */
  private static double lost(Result right, Result careless, Entry entry) {
    if (entry.isCost()) {
      double lost = StrictMath.abs(entry.in(careless) - entry.in(right));
      return Double.isFinite(lost) ? lost : 0.0;
    }
    Quantity quantity = entry.quantity().orElseThrow();
    double[][] other = careless.values(quantity, entry.layer()).orElseThrow();
    double[][] values = right.values(quantity, entry.layer()).orElseThrow();
    double largest = 0.0;
    for (int j = 0; j < values.length; j++) {
      for (int s = 0; s < values[j].length; s++) {
        double lost = StrictMath.abs(other[j][s] - values[j][s]);
        largest = Double.isFinite(lost) ? StrictMath.max(largest, lost) : largest;
      }
    }
    return largest;
  }
}
