package backprop.parity.diagnosis;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.verdict.Agreement;
import backprop.parity.verdict.Allowance;
import backprop.parity.verdict.Precision;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The same but for rounding, measured by the rounding bound of the right answer.
 *
 * <p>A program with a mistake rounds about as much as one without, but no bound is known for it. So
 * each number is compared on the scale of its step and layer: with the largest number there, right or
 * wrong (a mistake may leave nothing but the rounding of what cancels), times the largest relative
 * bound of the case, times a margin. The margin lies half-way between the two
 * things to tell apart: rounding, below one bound, and mistakes, from 10⁶ bounds up.
 */
public final class BoundMatch implements ResultMatch {
  private final Precision precision;
  private final double margin;
  private final Map<Case, Tolerance> tolerances = new IdentityHashMap<>();

  /** For candidates that compute in this precision. */
  public BoundMatch(Precision precision) {
    this.precision = precision;
    // In single precision a mistake is only about 10² bounds away.
    this.margin = precision == Precision.DOUBLE ? 1e3 : 1e1;
  }

  @Override
  public boolean matches(Case question, Result expected, Result actual) {
    Tolerance tolerance =
        tolerances.computeIfAbsent(question, asked -> new Tolerance(asked, precision));
    if (!costMatches(tolerance, expected, actual)) {
      return false;
    }
    for (int l = 1; l <= expected.depth(); l++) {
      for (Quantity quantity : Quantity.values()) {
        Optional<double[][]> left = expected.values(quantity, l);
        Optional<double[][]> right = actual.values(quantity, l);
        boolean compared = left.isPresent() && right.isPresent();
        if (compared && !matches(tolerance, quantity, l, left.get(), right.get())) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean costMatches(Tolerance tolerance, Result expected, Result actual) {
    if (expected.cost().isEmpty() || actual.cost().isEmpty()) {
      return true;
    }
    double cost = expected.cost().getAsDouble();
    double scale = StrictMath.max(StrictMath.abs(cost), tolerance.largestCost());
    double allowed = margin * tolerance.relative * scale;
    return matches(cost, actual.cost().getAsDouble(), allowed);
  }

  private boolean matches(
      Tolerance tolerance, Quantity quantity, int l, double[][] expected, double[][] actual) {
    double scale = StrictMath.max(Tolerance.largest(expected), tolerance.largest(quantity, l));
    double allowed = margin * tolerance.relative * scale;
    for (int j = 0; j < expected.length; j++) {
      for (int second = 0; second < expected[j].length; second++) {
        boolean matches = matches(expected[j][second], actual[j][second], allowed);
        if (!matches && !tolerance.undecidable(quantity, l, j, second)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean matches(double expected, double actual, double allowed) {
    return Double.compare(expected, actual) == 0 || StrictMath.abs(expected - actual) <= allowed;
  }

  /** What is known of the right answer to one case. */
  private static final class Tolerance {
    private final Agreement agreement;
    private final Result right;

    /** The largest bound of any step and layer in units of its largest number. */
    private final double relative;

    Tolerance(Case question, Precision precision) {
      agreement = new Agreement(question, precision);
      right = new LoopsSource().answer(question);
      double largest = precision.unitRoundoff();
      for (int l = 1; l <= right.depth(); l++) {
        for (Quantity quantity : Quantity.values()) {
          Optional<double[][]> values = right.values(quantity, l);
          if (values.isPresent()) {
            largest = StrictMath.max(largest, relativeBound(quantity, l, values.get()));
          }
        }
      }
      relative = largest;
    }

    private double relativeBound(Quantity quantity, int l, double[][] values) {
      double bound = 0.0;
      for (int j = 0; j < values.length; j++) {
        for (int second = 0; second < values[j].length; second++) {
          Allowance allowance = agreement.entry(quantity, l, j, second);
          bound = StrictMath.max(bound, allowance.undecidable() ? 0.0 : allowance.bound());
        }
      }
      double scale = largest(values);
      return scale > 0.0 && scale < Double.POSITIVE_INFINITY ? bound / scale : 0.0;
    }

    /** The largest of the right numbers of a step. */
    double largest(Quantity quantity, int l) {
      return right.values(quantity, l).map(Tolerance::largest).orElse(0.0);
    }

    /** The size of the right cost. */
    double largestCost() {
      return StrictMath.abs(right.cost().orElse(0.0));
    }

    boolean undecidable(Quantity quantity, int l, int j, int second) {
      return agreement.entry(quantity, l, j, second).undecidable();
    }

    static double largest(double[][] values) {
      double largest = 0.0;
      for (double[] row : values) {
        for (double value : row) {
          largest = StrictMath.max(largest, Double.isNaN(value) ? 0.0 : StrictMath.abs(value));
        }
      }
      return largest;
    }
  }
}
