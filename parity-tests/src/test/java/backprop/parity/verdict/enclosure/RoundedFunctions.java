package backprop.parity.verdict.enclosure;

import backprop.loops.Activation;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.Function;

/** Steps 2 and f′ of every program: each formula fit for its argument, operation by operation. */
final class RoundedFunctions {
  /** Right to one unit in the last place, as Java, C and NumPy promise of exp and log. */
  private static final int UNITS_OF_EXPONENTIAL = 2;

  /** Right to two and a half units in the last place, which is all that Java promises of tanh. */
  private static final int UNITS_OF_TANGENT = 5;

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final Roundings arithmetic;

  RoundedFunctions(Roundings arithmetic) {
    this.arithmetic = arithmetic;
  }

  Interval value(Activation activation, Interval z) {
    if (!z.isBounded()) {
      return z;
    }
    return switch (activation) {
      case IDENTITY -> z;
      case SIGMOID -> increasing(z, this::sigmoid);
      case TANH -> increasing(z, this::tangent);
      case RELU -> increasing(z, end -> Interval.at(end.max(BigDecimal.ZERO)));
      case LEAKY_RELU -> increasing(z, this::leaky);
      case SOFTMAX -> throw new UnsupportedOperationException("softmax needs a whole sample");
    };
  }

  /** f′, from the pre-activation and from the activation. */
  Interval derivative(Activation activation, Interval z, Interval a) {
    if (!z.isBounded()) {
      return z;
    }
    return switch (activation) {
      case IDENTITY -> Interval.ONE;
      case SIGMOID -> Interval.hull(sigmoidDerivative(z), fromSigmoid(a));
      case TANH -> Interval.hull(tangentDerivative(z), fromTangent(a));
      case RELU -> increasing(z, end -> end.signum() > 0 ? Interval.ONE : Interval.ZERO);
      case LEAKY_RELU -> increasing(z, end -> end.signum() > 0 ? Interval.ONE : slope());
      case SOFTMAX -> throw new UnsupportedOperationException("softmax has a Jacobian");
    };
  }

  /** ln of a number: unbounded if that may be 0. */
  Interval logarithm(Interval a) {
    if (!a.isBounded() || a.lower().signum() <= 0) {
      return Interval.UNBOUNDED;
    }
    Interval exact = increasing(a, ElementaryFunctions::logarithm);
    return arithmetic.rounded(exact, UNITS_OF_EXPONENTIAL);
  }

  /**
   * A sample's shares, e_j / Σ e_q: each grows with its own pre-activation and falls with every
   * other, so that its ends lie where theirs do.
   */
  Interval[] softmax(Interval[] z) {
    Interval[] shares = new Interval[z.length];
    boolean bounded = Arrays.stream(z).allMatch(Interval::isBounded);
    for (int j = 0; j < z.length; j++) {
      shares[j] =
          bounded
              ? new Interval(share(z, j, false).lower(), share(z, j, true).upper())
              : Interval.UNBOUNDED;
    }
    return shares;
  }

  private Interval share(Interval[] z, int j, boolean largest) {
    BigDecimal[] ends = new BigDecimal[z.length];
    BigDecimal maximum = null;
    for (int q = 0; q < z.length; q++) {
      ends[q] = end(z[q], largest == (q == j));
      maximum = maximum == null ? ends[q] : maximum.max(ends[q]);
    }
    BigDecimal[] powers = new BigDecimal[z.length];
    for (int q = 0; q < z.length; q++) {
      Interval shifted = arithmetic.rounded(Interval.at(ends[q]).minus(Interval.at(maximum)));
      powers[q] = end(increasing(shifted, this::exponential), largest == (q == j));
    }
    Interval sum = arithmetic.sum(z.length, q -> Interval.at(powers[q]));
    return arithmetic.quotient(Interval.at(powers[j]), sum);
  }

  private static BigDecimal end(Interval interval, boolean upper) {
    return upper ? interval.upper() : interval.lower();
  }

  private static Interval increasing(Interval z, Function<BigDecimal, Interval> function) {
    return Interval.hull(function.apply(z.lower()), function.apply(z.upper()));
  }

  private Interval exponential(BigDecimal notPositive) {
    return arithmetic.rounded(ElementaryFunctions.exponential(notPositive), UNITS_OF_EXPONENTIAL);
  }

  /** 1 / (1 + e⁻ᶻ), and e / (1 + e) below 0. */
  private Interval sigmoid(BigDecimal z) {
    Interval power = exponential(z.abs().negate());
    return z.signum() < 0 ? increasing(power, this::shareOf) : restOf(power);
  }

  /** e / (1 + e). */
  private Interval shareOf(BigDecimal power) {
    return arithmetic.quotient(Interval.at(power), onePlus(Interval.at(power)));
  }

  /** 1 / (1 + e). */
  private Interval restOf(Interval power) {
    return arithmetic.quotient(Interval.ONE, onePlus(power));
  }

  private Interval onePlus(Interval power) {
    return arithmetic.sum(2, index -> index == 0 ? Interval.ONE : power);
  }

  private Interval tangent(BigDecimal z) {
    Interval size = ElementaryFunctions.hyperbolicTangent(z.abs());
    return arithmetic.rounded(z.signum() < 0 ? size.negated() : size, UNITS_OF_TANGENT);
  }

  private Interval leaky(BigDecimal z) {
    return z.signum() > 0 ? Interval.at(z) : arithmetic.product(slope(), Interval.at(z));
  }

  private Interval slope() {
    return arithmetic.rounded(Interval.ONE.dividedBy(Interval.of(100.0)));
  }

  /** f(z)·f(-z), largest at 0. */
  private Interval sigmoidDerivative(Interval z) {
    return largestAt(BigDecimal.ZERO, z, this::sigmoidDerivative);
  }

  private Interval sigmoidDerivative(BigDecimal z) {
    return arithmetic.product(sigmoid(z), sigmoid(z.negate()));
  }

  /** a·(1 - a), largest at a half. */
  private Interval fromSigmoid(Interval a) {
    return largestAt(
        HALF,
        a,
        end ->
            arithmetic.product(
                Interval.at(end), arithmetic.difference(Interval.ONE, Interval.at(end))));
  }

  /** 1 - tanh² is four times sigmoid's at 2z. */
  private Interval tangentDerivative(Interval z) {
    return sigmoidDerivative(z.times(Interval.of(2.0))).times(Interval.of(4.0));
  }

  private Interval fromTangent(Interval a) {
    return arithmetic.difference(Interval.ONE, arithmetic.rounded(a.squared()));
  }

  private static Interval largestAt(
      BigDecimal top, Interval argument, Function<BigDecimal, Interval> function) {
    Interval ends = increasing(argument, function);
    return argument.contains(top) ? Interval.hull(ends, function.apply(top)) : ends;
  }
}
