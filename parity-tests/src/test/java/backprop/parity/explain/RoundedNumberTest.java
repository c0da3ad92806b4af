package backprop.parity.explain;

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
}
