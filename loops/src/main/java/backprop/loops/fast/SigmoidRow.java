package backprop.loops.fast;

/**
 * The textbook's σ(z) and σ′(z) = σ(z) · σ(-z) for one sample, several neurons at a time.
 *
 * <p>Of the two sigmoids one has 1 above the line and the other the exponential, of the same -|z|:
 * one exponential gives both. {@link StrictMath#exp} looks at one number after the other and asks
 * how large it is, which a processor guesses wrongly every other time. But it is specified: it is
 * <em>fdlibm</em>'s, operation by operation. The same operations in loops without a question have
 * the same bits, and there the compiler can take eight neurons at once:
 *
 * <pre>
 * x = -|z|             k = x / ln 2, rounded
 * r = x - k * ln 2     in two parts, so that nothing is lost
 * e = exp(r) * 2^k     exp(r) from five terms
 * </pre>
 *
 * <p>The few numbers for which fdlibm does anything else, such as very large and very small ones,
 * go to {@link StrictMath#exp} itself.
 */
final class SigmoidRow {
  private static final double PER_LN_2 = 0x1.71547652b82fep0;
  private static final double LN_2_UPPER =
      0x1.62e42feep-1; // with zeros at its end: k * it is exact
  private static final double LN_2_LOWER = 0x1.a39ef35793c76p-33;
  private static final double TERM_1 = 0x1.555555555553ep-3;
  private static final double TERM_2 = -0x1.6c16c16bebd93p-9;
  private static final double TERM_3 = 0x1.1566aaf25de2cp-14;
  private static final double TERM_4 = -0x1.bbd41c5d26bf1p-20;
  private static final double TERM_5 = 0x1.6376972bea4d0p-25;

  /** Added and taken away again it rounds to an integer: no double near it has a fraction. */
  private static final double ROUNDING = 0x1.8p52;

  /** At and below, 2^k might not be a normal number. */
  private static final double LEAST = -700.0;

  /** From here on fdlibm takes 1 + x. */
  private static final double GREATEST = -0x1p-28;

  /** Closer than this to the middle between two integers fdlibm may round to the other one. */
  private static final double MOST_ROUNDED = 0.4999;

  private static final int EXPONENT_BIAS = 1023;
  private static final int FRACTION_BITS = 52;

  private SigmoidRow() {}

  /** Fills a(j) = σ(z(j)) and σ′(z(j)). */
  static void apply(double[] preActivations, double[] activations, double[] slopes, int outputs) {
    int end = Math.min(outputs, Kernel.MOST_COLUMNS);
    reduced(preActivations, activations, slopes, end);
    exponentials(preActivations, activations, slopes, end);
    quotients(activations, slopes, end);
  }

  /** exp(r) and k. */
  private static void reduced(double[] preActivations, double[] powers, double[] k, int end) {
    for (int j = 0; j < end; j++) {
      double x = -StrictMath.abs(preActivations[j]);
      double rounded = PER_LN_2 * x + ROUNDING - ROUNDING;
      double upper = x - rounded * LN_2_UPPER;
      double lower = rounded * LN_2_LOWER;
      double r = upper - lower;
      double t = r * r;
      double c = r - t * (TERM_1 + t * (TERM_2 + t * (TERM_3 + t * (TERM_4 + t * TERM_5))));
      powers[j] = 1.0 - ((lower - (r * c) / (2.0 - c)) - upper);
      k[j] = rounded;
    }
  }

  /**
   * Puts exp(-|z|) where k was, and what stands above the line of σ(z) where exp(r) was: the
   * exponential if z is negative, 1 if not. Chosen by the sign's bit: half of all guesses at a
   * condition would be wrong.
   */
  private static void exponentials(double[] preActivations, double[] above, double[] k, int end) {
    for (int j = 0; j < end; j++) {
      double x = -StrictMath.abs(preActivations[j]);
      double exponential;
      if (x > LEAST && x < GREATEST && StrictMath.abs(PER_LN_2 * x - k[j]) < MOST_ROUNDED) {
        exponential = above[j] * powerOfTwo((long) k[j]);
      } else {
        exponential = StrictMath.exp(x);
      }
      k[j] = exponential;
      long negative = Double.doubleToRawLongBits(preActivations[j]) >> 63; // all bits or none
      long chosen = Double.doubleToRawLongBits(exponential) & negative;
      long one = Double.doubleToRawLongBits(1.0) & ~negative;
      above[j] = Double.longBitsToDouble(chosen | one);
    }
  }

  private static double powerOfTwo(long k) {
    return Double.longBitsToDouble((k + EXPONENT_BIAS) << FRACTION_BITS);
  }

  /** The divisions, from what stands above the line and from the exponentials. */
  private static void quotients(double[] activations, double[] slopes, int end) {
    for (int j = 0; j < end; j++) {
      double exponential = slopes[j];
      double below = 1.0 + exponential;
      slopes[j] = (1.0 / below) * (exponential / below);
      activations[j] = activations[j] / below;
    }
  }
}
