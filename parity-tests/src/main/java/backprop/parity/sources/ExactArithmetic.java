package backprop.parity.sources;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.apache.commons.math3.dfp.DfpMath;

/**
 * Decimal numbers with 80 digits: what is right to 80 digits is exact beside a double's 16.
 *
 * <p>Every double is taken at its value to 80 digits. Only exp and log are trusted to Commons Math, up to
 * about 75 digits; everything else the exact source spells out itself.
 */
public final class ExactArithmetic {
  private static final int DIGITS = 80;
  private static final DfpField FIELD = new DfpField(DIGITS);

  static final Dfp ZERO = FIELD.getZero();
  static final Dfp ONE = FIELD.getOne();

  private static final Dfp LOWEST_EXPONENT = FIELD.newDfp(-300_000);

  /** Kept, because Commons Math makes each one by some twenty multiplications and a division. */
  private static final Map<Integer, Dfp> POWERS_OF_TWO = new ConcurrentHashMap<>();

  private ExactArithmetic() {}

  /** The value of a double, exact as far as 80 digits hold it. */
  public static Dfp exactly(double value) {
    if (value == 0.0 || !Double.isFinite(value)) {
      return FIELD.newDfp(value);
    }
    // The last place of its 53 bits, so that the quotient is a whole number.
    int lastPlace = StrictMath.getExponent(StrictMath.ulp(value));
    if (lastPlace < Double.MIN_EXPONENT) {
      return FIELD.newDfp(value);
    }
    Dfp power =
        POWERS_OF_TWO.computeIfAbsent(lastPlace, exponent -> DfpMath.pow(FIELD.getTwo(), exponent));
    return FIELD.newDfp((long) (value / StrictMath.ulp(value))).multiply(power);
  }

  static Dfp[][] exactly(double[][] rows) {
    Dfp[][] exact = new Dfp[rows.length][];
    for (int j = 0; j < rows.length; j++) {
      exact[j] = exactly(rows[j]);
    }
    return exact;
  }

  static Dfp[] exactly(double[] entries) {
    Dfp[] exact = new Dfp[entries.length];
    for (int j = 0; j < entries.length; j++) {
      exact[j] = exactly(entries[j]);
    }
    return exact;
  }

  /**
   * The nearest double.
   *
   * <p>Through the decimal text, because {@code Dfp.toDouble} cuts subnormal numbers off instead of
   * rounding them.
   *
   * @throws ArithmeticException if the range of {@link Dfp} was left on the way
   */
  public static double rounded(Dfp exact) {
    if (exact.isNaN()) {
      throw new ArithmeticException("beyond the range of Dfp");
    }
    return Double.parseDouble(exact.toString());
  }

  /**
   * e to the power of a number that is not positive.
   *
   * <p>Below the smallest Dfp it is 0, and {@code Dfp.exp} is not asked: beyond 2³⁰ it never returns.
   */
  static Dfp exponential(Dfp exponent) {
    return exponent.lessThan(LOWEST_EXPONENT) ? ZERO : exponent.exp();
  }

  static double[][] rounded(Dfp[][] exact) {
    double[][] rounded = new double[exact.length][];
    for (int j = 0; j < exact.length; j++) {
      rounded[j] = new double[exact[j].length];
      for (int s = 0; s < exact[j].length; s++) {
        rounded[j][s] = rounded(exact[j][s]);
      }
    }
    return rounded;
  }
}
