package backprop.parity.sources.habits;

import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;

/** exp, log and tanh rounded to the nearest double, as good libraries almost always have them. */
final class NearestFunctions {
  private static final int DIGITS = 40;
  private static final double TINY = 1e-9;
  private static final double LARGEST = 700.0;
  private static final DfpField FIELD = new DfpField(DIGITS);

  private NearestFunctions() {}

  static double exp(double x) {
    return StrictMath.abs(x) < LARGEST ? rounded(FIELD.newDfp(x).exp()) : StrictMath.exp(x);
  }

  static double log(double x) {
    boolean ordinary = x > Double.MIN_NORMAL && x != 1.0 && x < Double.POSITIVE_INFINITY;
    return ordinary ? rounded(FIELD.newDfp(x).log()) : StrictMath.log(x);
  }

  static double tanh(double x) {
    double size = StrictMath.abs(x);
    if (!(size > TINY && size < LARGEST / 2)) {
      return StrictMath.tanh(x);
    }
    Dfp one = FIELD.getOne();
    Dfp power = FIELD.newDfp(x).multiply(2).exp();
    return rounded(power.subtract(one).divide(power.add(one)));
  }

  private static double rounded(Dfp exact) {
    return Double.parseDouble(exact.toString());
  }
}
