package backprop.parity.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalLong;

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

  /** The same, but of a zero either sign will do. */
  public static boolean agree(double left, double right) {
    return left == right || identical(left, right);
  }

  /** How many steps from one double to the next lie between two; empty beside a NaN. */
  public static OptionalLong lastPlaces(double left, double right) {
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(StrictMath.abs(position(left) - position(right)));
  }

  /** Doubles counted from 0 upwards and downwards; both zeros are 0. */
  private static long position(double value) {
    long size = Double.doubleToLongBits(StrictMath.abs(value));
    return value < 0.0 ? -size : size;
  }

  /** Such as {@code 0.10000000000000001 (bits 3fb999999999999a)}, the same text on every JVM. */
  public static String text(double value) {
    boolean special = value == 0.0 || Double.isNaN(value) || Double.isInfinite(value);
    String decimal =
        special ? Double.toString(value) : new BigDecimal(value).round(SEVENTEEN_DIGITS).toString();
    return "%s (bits %016x)".formatted(decimal, of(value));
  }
}
