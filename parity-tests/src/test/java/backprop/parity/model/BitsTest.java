package backprop.parity.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numeric rule 7: equal means equal bits. */
class BitsTest {

  @Test
  void zeroAndNegativeZeroAreNotIdenticalAlthoughJavaCallsThemEqual() {
    assertThat(Bits.identical(0.0, -0.0)).isFalse();
  }

  @Test
  void everyNaNIsIdenticalWhateverItsPayload() {
    double withPayload = Double.longBitsToDouble(0x7ff8000000000123L);
    assertThat(Double.doubleToRawLongBits(withPayload))
        .isNotEqualTo(Double.doubleToRawLongBits(Double.NaN));
    assertThat(Bits.identical(withPayload, Double.NaN)).isTrue();
  }

  @Test
  void theNextNumberIsNotIdentical() {
    assertThat(Bits.identical(0.1, StrictMath.nextUp(0.1))).isFalse();
  }

  @Test
  void theTextShowsDigitsThatTellAnyTwoNumbersApart() {
    assertThat(Bits.text(0.1)).isEqualTo("0.10000000000000001 (bits 3fb999999999999a)");
    assertThat(Bits.text(StrictMath.nextUp(0.1)))
        .isEqualTo("0.10000000000000002 (bits 3fb999999999999b)");
  }

  @Test
  void theTextOfWhatIsNoOrdinaryNumberNamesIt() {
    assertThat(Bits.text(-0.0)).isEqualTo("-0.0 (bits 8000000000000000)");
    assertThat(Bits.text(Double.NaN)).isEqualTo("NaN (bits 7ff8000000000000)");
    assertThat(Bits.text(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity (bits fff0000000000000)");
  }
}
