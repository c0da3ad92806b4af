package backprop.parity.model;

import java.math.BigDecimal;
import java.math.MathContext;

/** A number as the bits it is stored in: what "identical" means throughout. */
public final class Bits {
  /** 17 digits tell any two doubles apart. */
  private static final MathContext SEVENTEEN_DIGITS = new MathContext(17);

  private Bits() {}

  /** The 64 bits, with one pattern for every NaN; 0.0 and -0.0 are two numbers. */
  public static long of(double value) {
    return Double.doubleToLongBits(value);
  }

  /** Whether both are the same number to the last bit. */
  public static boolean identical(double left, double right) {
    return of(left) == of(right);
  }

  /** Such as {@code 0.10000000000000001 (bits 3fb999999999999a)}, the same text on every JVM. */
  public static String text(double value) {
    boolean special = value == 0.0 || Double.isNaN(value) || Double.isInfinite(value);
    String decimal =
        special ? Double.toString(value) : new BigDecimal(value).round(SEVENTEEN_DIGITS).toString();
    return "%s (bits %016x)".formatted(decimal, of(value));
  }
}
