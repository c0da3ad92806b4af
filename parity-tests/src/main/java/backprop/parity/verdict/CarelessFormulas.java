package backprop.parity.verdict;

import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.CarelessHabit;
import backprop.parity.sources.CarelessSource;
import backprop.parity.sources.GradientSource;
import java.util.List;
import java.util.Optional;

/**
 * The careless but right formulas: each is run on the case itself, and shows how much accuracy it
 * loses there.
 *
 * <p>A program that uses one of them is off by about as much; a program that is off by more, or
 * where none of them is, computes something else.
 */
final class CarelessFormulas {
  private static final List<GradientSource> ALL =
      List.of(
          new CarelessSource(CarelessHabit.DERIVATIVE_FROM_ACTIVATION),
          new CarelessSource(CarelessHabit.UNFUSED_OUTPUT_DELTA),
          new CarelessSource(
              CarelessHabit.UNFUSED_OUTPUT_DELTA, CarelessHabit.DERIVATIVE_FROM_ACTIVATION),
          new CarelessSource(CarelessHabit.DERIVATIVE_BY_EXPONENTIALS),
          new CarelessSource(
              CarelessHabit.UNFUSED_OUTPUT_DELTA, CarelessHabit.DERIVATIVE_BY_EXPONENTIALS),
          new CarelessSource(CarelessHabit.UNSHIFTED_SOFTMAX),
          new CarelessSource(CarelessHabit.UNSHIFTED_SOFTMAX, CarelessHabit.UNFUSED_OUTPUT_DELTA),
          new CarelessSource(CarelessHabit.TANH_BY_EXPONENTIALS),
          new CarelessSource(
              CarelessHabit.TANH_BY_EXPONENTIALS, CarelessHabit.DERIVATIVE_FROM_ACTIVATION),
          new CarelessSource(CarelessHabit.DESCENDING_SUMS),
          new CarelessSource(CarelessHabit.FUSED_MULTIPLY_ADD, CarelessHabit.MATH_FUNCTIONS),
          new CarelessSource(CarelessHabit.FACTOR_IN_DELTA));

  /** Between two programs with the same formula, whose sums are rounded differently. */
  private static final double OTHER_ROUNDING = 32.0;

  private CarelessFormulas() {}

  /** The first formula that explains every number which leaves the bound. */
  static Optional<String> explaining(CaseComparison comparison) {
    double scale = comparison.precision().unitRoundoff() / Precision.DOUBLE.unitRoundoff();
    return ALL.stream()
        .filter(formula -> explains(formula, comparison, scale))
        .map(GradientSource::name)
        .findFirst();
  }

  private static boolean explains(GradientSource formula, CaseComparison comparison, double scale) {
    Case question = comparison.question();
    Result careless = formula.answer(question);
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
