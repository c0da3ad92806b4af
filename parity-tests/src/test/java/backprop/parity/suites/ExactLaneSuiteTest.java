package backprop.parity.suites;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.ExactSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In the exact lane nothing is rounded, so even arithmetic with 50 digits more gives the same numbers. */
class ExactLaneSuiteTest {
  static List<Case> cases() {
    return ExactLane.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void exactArithmeticHasTheSameNumbers(Case question) {
    Result exact = new ExactSource().answer(question);
    assertSameNumbers(exact, new LoopsSource().answer(question));
    assertSameNumbers(exact, new MatrixSource().answer(question));
  }

  /** By ==, because exact arithmetic has only one zero. */
  private static void assertSameNumbers(Result exact, Result rounded) {
    assertThat(rounded.cost().orElseThrow() == exact.cost().orElseThrow()).isTrue();
    for (int l = 1; l <= exact.depth(); l++) {
      for (Quantity quantity : Quantity.values()) {
        double[][] expected = exact.values(quantity, l).orElse(new double[0][]);
        double[][] actual = rounded.values(quantity, l).orElse(new double[0][]);
        assertThat(actual)
            .hasDimensions(expected.length, expected.length == 0 ? 0 : expected[0].length);
        for (int j = 0; j < expected.length; j++) {
          for (int second = 0; second < expected[j].length; second++) {
            assertThat(actual[j][second] == expected[j][second])
                .as(quantity.entryName(l, j, second))
                .isTrue();
          }
        }
      }
    }
  }
}
