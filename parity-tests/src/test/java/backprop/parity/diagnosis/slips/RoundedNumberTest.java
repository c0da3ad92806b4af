package backprop.parity.diagnosis.slips;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A number that is right, but not to the end. */
class RoundedNumberTest {
  private static final double RIGHT = 0.7310585786300049;

  @ParameterizedTest
  @CsvSource({"0.73, 2", "0.731059, 6", "0.731058, 6", "0.73105857863, 11"})
  void isRightToItsDigits(double found, int digits) {
    assertThat(RoundedNumber.digits(RIGHT, found))
        .contains("right to %d digits: is it rounded?".formatted(digits));
    assertThat(RoundedNumber.digits(-RIGHT, -found)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.7, 0.731057, 0.731061, 1, Double.NaN, 1.0 / 0.0, RIGHT})
  void isNeitherTheRightNumberNorAWrongOne(double found) {
    assertThat(RoundedNumber.digits(RIGHT, found)).isEmpty();
  }

  @Test
  void mayBeAFloat() {
    assertThat(RoundedNumber.digits(RIGHT, (float) RIGHT))
        .contains("right in single precision: is it a float?");
  }

  @ParameterizedTest
  @CsvSource({"8e-10, 9", "-3e-6, 5", "2e-5, 4"})
  void mayBeRightToAboutItsDigits(double error, int digits) {
    assertThat(RoundedNumber.about(RIGHT, RIGHT * (1 + error)))
        .contains(
            "right to about %d digits: a numerical derivative, or a rounded constant?"
                .formatted(digits));
  }

  @Test
  void isNotRightToThreeDigitsByChance() {
    assertThat(RoundedNumber.about(RIGHT, RIGHT * 1.0002)).isEmpty();
    assertThat(RoundedNumber.about(RIGHT, Double.NaN)).isEmpty();
    assertThat(RoundedNumber.about(0.0, 1e-9)).isEmpty();
    assertThat(RoundedNumber.about(RIGHT, RIGHT * (1 + 5e-8)).orElseThrow())
        .endsWith("or a rounded constant, or a float?");
  }
}
