package backprop.parity.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.suites.ExactLane;
import backprop.parity.suites.RandomCases;
import backprop.parity.suites.WorkedExamples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where nothing can be rounded equality is demanded, and nowhere else. */
class RoundingFreeTest {
  static List<Case> exactLane() {
    return ExactLane.cases();
  }

  @ParameterizedTest
  @MethodSource("exactLane")
  void theExactLaneIsFreeOfRounding(Case question) {
    assertThat(RoundingFree.holds(question, Precision.DOUBLE)).isTrue();
    Allowance allowance =
        new Agreement(question, Precision.DOUBLE).entry(Quantity.WEIGHT_GRADIENTS, 1, 0, 0);
    double next = StrictMath.nextUp(0.25);
    assertThat(allowance.agrees(0.25, 0.25)).isTrue();
    assertThat(allowance.agrees(next, 0.25)).isFalse();
  }

  @Test
  void theDefaultSuiteHoldsNoOtherCaseThatIs() {
    assertThat(DefaultSuite.cases())
        .filteredOn(question -> RoundingFree.holds(question, Precision.DOUBLE))
        .allMatch(question -> question.name().startsWith("exact-"))
        .hasSizeGreaterThanOrEqualTo(ExactLane.cases().size());
  }

  @Test
  void randomNumbersAreRounded() {
    RandomCases random = new RandomCases(31);
    for (int number = 0; number < 300; number++) {
      assertThat(RoundingFree.holds(random.next(), Precision.DOUBLE)).isFalse();
    }
  }

  @Test
  void whatFitsADoubleNeedNotFitAFloat() {
    Case deep = ExactLane.cases().get(ExactLane.cases().size() - 1);
    assertThat(deep.network().depth()).isEqualTo(3);
    assertThat(RoundingFree.holds(deep, Precision.FLOAT)).isFalse();
    assertThat(RoundingFree.holds(WorkedExamples.named("mazur"), Precision.FLOAT)).isFalse();
  }
}
