package backprop.parity.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What one operation can cost, at the borders of each format. */
class PrecisionTest {
  @Test
  void theUnitRoundoffIsHalfAUnitInTheLastPlaceOfOne() {
    assertThat(Precision.DOUBLE.unitRoundoff()).isEqualTo(StrictMath.ulp(1.0) / 2.0);
    assertThat(Precision.FLOAT.unitRoundoff()).isEqualTo(StrictMath.ulp(1.0f) / 2.0);
  }

  @Test
  void theLargestNumberDoesNotOverflow() {
    assertThat(Precision.FLOAT.overflows(Float.MAX_VALUE)).isFalse();
    assertThat(Precision.FLOAT.overflows(StrictMath.nextUp((double) Float.MAX_VALUE))).isTrue();
  }

  @Test
  void theSmallestNormalNumberIsNotLost() {
    double smallest = Float.MIN_NORMAL;
    assertThat(Precision.FLOAT.rounding(1, smallest)).isLessThan(1e-6 * smallest);
    double subnormal = StrictMath.nextDown(smallest);
    assertThat(Precision.FLOAT.rounding(1, subnormal)).isGreaterThanOrEqualTo(smallest);
    assertThat(Precision.TF32.operandError(smallest)).isEqualTo(0x1p-11 * 2.0 * smallest);
  }

  @Test
  void aSumInAFinerFormatIsRoundedOnceMoreWhereItIsStored() {
    double added = 0x1p-23 / (1.0 - 0x1p-23);
    assertThat(Precision.HALF.sumGamma(2)).isEqualTo(added + 0x1p-11);
    assertThat(Precision.FLOAT.sumGamma(2)).isEqualTo(added);
  }

  @Test
  void aNumberIsHeldOrNamed() {
    assertThat(Precision.DOUBLE.holds(0.1)).isTrue();
    assertThat(Precision.FLOAT.holds(0.1)).isFalse();
    assertThat(Precision.FLOAT.holds(0.5)).isTrue();
    assertThat(Precision.TF32.holds(0.5)).isTrue();
    assertThat(Precision.HALF.holds(0.5)).isFalse();
    assertThat(Precision.FLOAT.named(0.1)).isEqualTo(0.1f);
    assertThat(Precision.TF32.named(0.1)).isEqualTo(0.1f);
    assertThat(Precision.DOUBLE.named(0.1)).isEqualTo(0.1);
  }
}
