package backprop.parity.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same text is a number on the command line and in a file of data. */
class DecimalNotationTest {
  @ParameterizedTest
  @ValueSource(strings = {"0", "-0", "+3.", ".5", "-1.25", "1e5", "1.E-300", "007", "1e999"})
  void whatPeopleWriteIsANumber(String text) {
    assertThat(DecimalNotation.holds(text)).isTrue();
    assertThat(Double.parseDouble(text)).isNotNaN();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "+",
        "-.",
        "e5",
        "1e",
        "1e+",
        "1.2.3",
        "1,5",
        " 1",
        "1 ",
        "--1",
        "1d",
        "1f",
        "0x1p-3",
        "0x1p1",
        "NaN",
        "Infinity",
        "\u0661",
        "1_000"
      })
  void whatOnlyJavaOrNobodyTakesForOneIsNone(String text) {
    assertThat(DecimalNotation.holds(text)).isFalse();
  }

  @Test
  void aMillionDigitsAreReadOnce() {
    String text = "1".repeat(1_000_000) + "x";
    boolean number =
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> DecimalNotation.holds(text));
    assertThat(number).isFalse();
  }
}
