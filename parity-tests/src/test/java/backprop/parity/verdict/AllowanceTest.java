package backprop.parity.verdict;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTest {
  private final Allowance allowance = new Allowance(0.25, false);
  private final Allowance unbounded = new Allowance(POSITIVE_INFINITY, true);

  @Test
  void twiceTheBoundAgrees() {
    assertThat(allowance.agrees(1.5, 1.0)).isTrue();
    assertThat(allowance.boundRatio(1.5, 1.0)).isEqualTo(2.0);
  }

  @Test
  void moreThanTwiceTheBoundDisagrees() {
    assertThat(allowance.agrees(StrictMath.nextUp(1.5), 1.0)).isFalse();
  }

  @Test
  void nothingButTheSameNumberAgreesWhereNothingCanBeRounded() {
    Allowance exact = new Allowance(0.0, false);
    assertThat(exact.agrees(0.0, -0.0)).isTrue();
    assertThat(exact.agrees(Double.MIN_VALUE, 0.0)).isFalse();
  }

  @Test
  void theSameInfinityAgreesAndTheOtherDoesNot() {
    assertThat(allowance.agrees(POSITIVE_INFINITY, POSITIVE_INFINITY)).isTrue();
    assertThat(allowance.agrees(NEGATIVE_INFINITY, POSITIVE_INFINITY)).isFalse();
  }

  @Test
  void infinityIsWrongWhereThereIsABound() {
    assertThat(allowance.boundRatio(POSITIVE_INFINITY, 1.0)).isEqualTo(POSITIVE_INFINITY);
  }

  @Test
  void notANumberIsWrongUnlessTheLoopsSayTheSame() {
    assertThat(allowance.agrees(NaN, 1.0)).isFalse();
    assertThat(unbounded.agrees(NaN, POSITIVE_INFINITY)).isFalse();
    assertThat(unbounded.agrees(NaN, NaN)).isTrue();
  }

  @Test
  void anyNumberIsAcceptedWhereThereIsNoBound() {
    assertThat(unbounded.agrees(800.0, POSITIVE_INFINITY)).isTrue();
    assertThat(unbounded.agrees(POSITIVE_INFINITY, 800.0)).isTrue();
    assertThat(unbounded.agrees(0.5, NaN)).isTrue();
  }
}
