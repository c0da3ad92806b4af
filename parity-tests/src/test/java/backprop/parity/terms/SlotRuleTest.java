package backprop.parity.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.parity.model.Case;
import backprop.parity.model.Layout;
import backprop.parity.model.Quantity;
import backprop.parity.model.Quantity.Shape;
import backprop.parity.model.Result;
import backprop.parity.model.SampleLayout;
import backprop.parity.model.WeightLayout;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.WorkedExamples;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One rule gives all twelve products that people write, and each gives the right numbers. */
class SlotRuleTest {
  @ParameterizedTest
  @CsvSource({
    "COLUMNS, OUTPUTS_BY_INPUTS, W · A,  Δ · Aᵀ, Fᵀ · Δ",
    "COLUMNS, INPUTS_BY_OUTPUTS, Wᵀ · A, A · Δᵀ, F · Δ",
    "ROWS,    INPUTS_BY_OUTPUTS, A · W,  Aᵀ · Δ, Δ · Fᵀ",
    "ROWS,    OUTPUTS_BY_INPUTS, A · Wᵀ, Δᵀ · A, Δ · F"
  })
  void inEveryLayout(
      SampleLayout samples, WeightLayout weights, String one, String six, String seven) {
    Layout layout = new Layout(samples, weights);
    Slots delta = Slots.perSample("Δ", "delta", "j", layout);
    Slots before = Slots.perSample("A", "activations", "i", layout);
    Slots z = Slots.perSample("Z", "preActivations", "j", layout);
    Slots w = Slots.perWeight("W", "weights", "j", "i", layout);
    Slots f = Slots.perWeight("F", "forwardWeights", "k", "j", layout);
    Slots forward = Slots.perSample("Δ", "forwardDelta", "k", layout);
    assertThat(SlotRule.of(z, w, before).formula()).isEqualTo(one);
    assertThat(SlotRule.of(z, before, w).formula()).isEqualTo(one);
    SlotRule gradients =
        SlotRule.of(Slots.perWeight("∂W", "weightGradients", "j", "i", layout), delta, before);
    assertThat(gradients.formula()).isEqualTo(six);
    assertThat(SlotRule.of(delta, f, forward).formula()).isEqualTo(seven);
    assertRight(layout, gradients);
  }

  /** Against the loops, on a network whose widths and number of samples all differ. */
  private static void assertRight(Layout layout, SlotRule rule) {
    Case question = WorkedExamples.named("hello");
    Result loops = new LoopsSource().answer(question);
    double factor = 1.0 / question.samples();
    RealMatrix product =
        factor(rule.left(), rule.transposesLeft(), layout, loops)
            .multiply(factor(rule.right(), rule.transposesRight(), layout, loops))
            .scalarMultiply(factor);
    double[][] right =
        layout.rows(Shape.PER_WEIGHT, loops.values(Quantity.WEIGHT_GRADIENTS, 2).orElseThrow());
    assertThat(product.getRowDimension()).isEqualTo(right.length);
    for (int row = 0; row < right.length; row++) {
      for (int column = 0; column < right[row].length; column++) {
        assertThat(product.getEntry(row, column)).isCloseTo(right[row][column], within(1e-15));
      }
    }
  }

  private static RealMatrix factor(Slots slots, boolean transposed, Layout layout, Result loops) {
    boolean delta = slots.symbol().equals("Δ");
    double[][] standard =
        loops.values(delta ? Quantity.DELTAS : Quantity.ACTIVATIONS, delta ? 2 : 1).orElseThrow();
    RealMatrix matrix = new Array2DRowRealMatrix(layout.rows(Shape.PER_SAMPLE, standard), false);
    return transposed ? matrix.transpose() : matrix;
  }
}
