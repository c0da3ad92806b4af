package backprop.parity.diagnosis;

import static backprop.parity.diagnosis.WrongAlone.product;
import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Rows;
import org.junit.jupiter.api.Test;

/** A product without its T runs where the sizes fit by chance, and is named there. */
class MissingTransposeTest {
  private static final double MEAN_OF_3 = 1.0 / 3.0;

  private static double[][] deltas(Case question) {
    return WrongAlone.right(question).values(Quantity.DELTAS, 1).orElseThrow();
  }

  @Test
  void activationsThatAreNotTransposedAreNamed() {
    Case question = WrongAlone.question(3, 3, 2);
    double[][] wrong = product(deltas(question), question.inputs(), MEAN_OF_3);
    FaultPattern pattern =
        WrongAlone.pattern(question, Quantity.WEIGHT_GRADIENTS, 1, right -> wrong);
    assertThat(pattern.text()).isEqualTo("the product of step 6 without its T");
    assertThat(pattern.note()).startsWith("With a column per sample, Δ·A stands where Δ·Aᵀ");
  }

  @Test
  void deltasThatAreNotTransposedAreNamed() {
    Case question = WrongAlone.question(3, 2, 3);
    double[][] wrong =
        product(Rows.transpose(deltas(question)), Rows.transpose(question.inputs()), MEAN_OF_3);
    FaultPattern pattern =
        WrongAlone.pattern(question, Quantity.WEIGHT_GRADIENTS, 1, right -> wrong);
    assertThat(pattern.text()).isEqualTo("the product of step 6 without its T");
    assertThat(pattern.note()).startsWith("With a row per sample, Δ·A stands where Δᵀ·A");
  }

  /** There the activations of the layer before are its inputs; layer 1 is right. */
  @Test
  void soAreThoseOfAnotherLayer() {
    Case question = WrongAlone.question(3, 2, 3, 2);
    double[][] delta = WrongAlone.right(question).values(Quantity.DELTAS, 2).orElseThrow();
    double[][] activations =
        WrongAlone.right(question).values(Quantity.ACTIVATIONS, 1).orElseThrow();
    double[][] wrong = product(delta, activations, MEAN_OF_3);
    FaultPattern pattern =
        WrongAlone.pattern(question, Quantity.WEIGHT_GRADIENTS, 2, right -> wrong);
    assertThat(pattern.text()).isEqualTo("the product of step 6 without its T");
  }

  @Test
  void weightsThatAreNotTransposedOnTheWayToTheInputsAreNamed() {
    Case question = WrongAlone.question(4, 3, 3);
    double[][] weights = question.network().layer(1).weights();
    double[][] wrong = product(weights, deltas(question), 0.25);
    FaultPattern pattern =
        WrongAlone.pattern(question, Quantity.INPUT_GRADIENTS, 1, right -> wrong);
    assertThat(pattern.text()).endsWith("alone are wrong: their product without its T");
    assertThat(pattern.note()).contains("W·Δ stands where Wᵀ·Δ belongs");
    double[][] unscaled = product(weights, deltas(question), 1.0);
    assertThat(WrongAlone.pattern(question, Quantity.INPUT_GRADIENTS, 1, right -> unscaled).text())
        .endsWith("without its T and without the factor");
  }

  @Test
  void anotherWrongProductIsNotNamed() {
    Case question = WrongAlone.question(3, 3, 2);
    double[][] wrong = product(deltas(question), question.inputs(), 1.0);
    FaultPattern pattern =
        WrongAlone.pattern(question, Quantity.WEIGHT_GRADIENTS, 1, right -> wrong);
    assertThat(pattern.text()).isEqualTo("all bias gradients right, some weight gradients wrong");
  }
}
