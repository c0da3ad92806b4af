package backprop.loops.fast;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight sigmoids at once have the bits of the textbook's, one by one. */
class SigmoidRowTest {
  private static final double HALF_LN_2 = 0x1.62e42fefa39efp-2;

  private final Random random = new Random(2);

  @ParameterizedTest(name = "of size {0}")
  @ValueSource(doubles = {1e-9, 1e-3, 1.0, 10.0, 300.0})
  void aMillionNumbersHaveTheBitsOfTheTextbook(double size) {
    requireTextbook(1_000_000, () -> random.nextGaussian() * size);
  }

  /** All exponents, subnormal numbers, infinities and NaN. */
  @Test
  void anyPatternOfBitsHasThoseOfTheTextbook() {
    requireTextbook(1_000_000, () -> Double.longBitsToDouble(random.nextLong()));
  }

  /** Where x / ln 2 lies between two integers, fdlibm has its own way to round. */
  @Test
  void theMiddleBetweenTwoPowersOfTwoHasTheBitsOfTheTextbook() {
    requireTextbook(
        1_000_000,
        () -> {
          double middle = (2 * random.nextInt(1020) + 1) * HALF_LN_2;
          int apart = random.nextInt(52);
          double z = middle * (1.0 + random.nextGaussian() * StrictMath.scalb(1.0, -apart));
          return random.nextBoolean() ? z : -z;
        });
  }

  /** fdlibm asks for the upper half of a number's bits, which puts the border a little further. */
  @Test
  void theNumbersJustAboveHalfOfLnTwoHaveTheBitsOfTheTextbook() {
    double border = Double.longBitsToDouble(0x3fd62e43_00000000L);
    requireTextbook(
        1_000_000, () -> HALF_LN_2 + (border - HALF_LN_2) * (random.nextDouble() * 1.2 - 0.1));
  }

  @Test
  void theNumbersAtEveryBorderHaveTheBitsOfTheTextbook() {
    double[] borders = {
      0.0, 0x1p-28, HALF_LN_2, 3 * HALF_LN_2, 700.0, 708.4, 709.78, 745.1, Double.MIN_NORMAL
    };
    double[] near =
        Arrays.stream(borders)
            .flatMap(z -> DoubleStream.of(StrictMath.nextDown(z), z, StrictMath.nextUp(z)))
            .flatMap(z -> DoubleStream.of(z, -z))
            .toArray();
    int[] next = {0};
    requireTextbook(near.length, () -> near[next[0]++]);
  }

  private static void requireTextbook(int count, DoubleSupplier numbers) {
    double[] z = DoubleStream.generate(numbers).limit(count).toArray();
    double[] activations = new double[count];
    double[] slopes = new double[count];
    SigmoidRow.apply(z, activations, slopes, count);
    for (int j = 0; j < count; j++) {
      requireBits(z[j], activations[j], Activation.SIGMOID.value(z[j]));
      requireBits(z[j], slopes[j], Activation.SIGMOID.derivative(z[j]));
    }
  }

  private static void requireBits(double z, double actual, double expected) {
    if (Double.doubleToLongBits(actual) != Double.doubleToLongBits(expected)) {
      assertThat(actual).as("of %s", Double.toHexString(z)).isEqualTo(expected);
    }
  }
}
