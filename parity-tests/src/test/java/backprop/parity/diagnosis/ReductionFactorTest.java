package backprop.parity.diagnosis;

import static backprop.parity.diagnosis.WrongAlone.times;
import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import org.junit.jupiter.api.Test;

/** Where the factor 1/N stands is a convention for deltas, and a mistake in the inputs' gradients. */
class ReductionFactorTest {
  private static final int SAMPLES = 5;
  private static final Case QUESTION = WrongAlone.question(SAMPLES, 2, 3);

  private static FaultPattern pattern(Quantity quantity, double factor) {
    return WrongAlone.pattern(QUESTION, quantity, 1, right -> times(factor, right));
  }

  @Test
  void deltasThatCarryItAreAConvention() {
    FaultPattern pattern = pattern(Quantity.DELTAS, 1.0 / SAMPLES);
    assertThat(pattern.text())
        .isEqualTo("all gradients right, deltas carry the factor of the reduction");
    assertThat(pattern.note()).contains("without it, or leave them out");
  }

  @Test
  void gradientsOfTheInputsThatLackItAreNoMatterOfTheOtherSums() {
    assertThat(pattern(Quantity.INPUT_GRADIENTS, SAMPLES).text())
        .endsWith("alone are wrong: they lack the factor of the reduction");
    assertThat(pattern(Quantity.INPUT_GRADIENTS, 1.0 / SAMPLES).text())
        .endsWith("alone are wrong: they have the factor of the reduction twice");
    assertThat(pattern(Quantity.INPUT_GRADIENTS, 7.0).text())
        .isEqualTo("the gradients of the inputs alone are wrong");
  }
}
