package backprop.parity.truth;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.sources.GradientSource;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.verdict.BitComparison;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The case on which every product and sum is exact, so that every right program agrees in bits. */
class ExactLaneTest {
  private static final Case QUESTION = WorkedExamples.named("exact-lane");

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void noPreActivationIsRounded(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    double[][] activations = QUESTION.inputs();
    for (int l = 1; l <= answer.depth(); l++) {
      Layer layer = QUESTION.network().layer(l);
      double[][] preActivations = Twins.values(answer, Quantity.PRE_ACTIVATIONS, l);
      for (int j = 0; j < preActivations.length; j++) {
        for (int s = 0; s < preActivations[j].length; s++) {
          BigDecimal sum = new BigDecimal(layer.biases()[j]);
          for (int i = 0; i < activations.length; i++) {
            sum = sum.add(product(layer.weights()[j][i], activations[i][s]));
          }
          assertExact("preActivations[%d][%d][%d]".formatted(l, j, s), preActivations[j][s], sum);
        }
      }
      activations = Twins.values(answer, Quantity.ACTIVATIONS, l);
    }
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void noWeightGradientIsRounded(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    double[][] activations = QUESTION.inputs();
    BigDecimal quarter = new BigDecimal("0.25");
    for (int l = 1; l <= answer.depth(); l++) {
      double[][] delta = Twins.values(answer, Quantity.DELTAS, l);
      double[][] gradients = Twins.values(answer, Quantity.WEIGHT_GRADIENTS, l);
      for (int j = 0; j < gradients.length; j++) {
        for (int i = 0; i < gradients[j].length; i++) {
          BigDecimal sum = BigDecimal.ZERO;
          for (int s = 0; s < delta[j].length; s++) {
            sum = sum.add(product(delta[j][s], activations[i][s]));
          }
          String entry = "weightGradients[%d][%d][%d]".formatted(l, j, i);
          assertExact(entry, gradients[j][i], sum.multiply(quarter));
        }
      }
      activations = Twins.values(answer, Quantity.ACTIVATIONS, l);
    }
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theOrderOfTheSumsDoesNotMatter(GradientSource twin) {
    Result backwards = twin.answer(reversed(QUESTION));
    Result answer = twin.answer(QUESTION);
    for (int l = 1; l <= answer.depth(); l++) {
      double[][] gradients = Twins.values(answer, Quantity.WEIGHT_GRADIENTS, l);
      double[][] found = Twins.values(backwards, Quantity.WEIGHT_GRADIENTS, l);
      boolean last = l == answer.depth();
      double[][] turned = reversedColumns(last ? found : reversedRows(found));
      assertThat(turned).as("weightGradients[%d]", l).isDeepEqualTo(gradients);
    }
    assertThat(backwards.cost()).isEqualTo(answer.cost());
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void bothTwinsGiveTheBitsOfTheLoops(GradientSource twin) {
    GradientSource loops = Twins.both().findFirst().orElseThrow();
    BitComparison comparison = BitComparison.of(loops.answer(QUESTION), twin.answer(QUESTION));
    assertThat(comparison.firstDifference()).isEmpty();
  }

  /** Samples, inputs and hidden neurons in the opposite order: every sum is added backwards. */
  private static Case reversed(Case question) {
    Network network = question.network();
    Layer hidden = network.layer(1);
    Layer output = network.layer(2);
    double[][] hiddenBiases = reversedRows(Rows.column(hidden.biases()));
    List<Layer> layers =
        List.of(
            new Layer(
                hidden.activation(),
                reversedColumns(reversedRows(hidden.weights())),
                Twins.column(hiddenBiases)),
            new Layer(output.activation(), reversedColumns(output.weights()), output.biases()));
    return new Case(
        "backwards",
        new Network(layers, network.cost(), network.reduction()),
        reversedColumns(reversedRows(question.inputs())),
        reversedColumns(question.targets()));
  }

  private static double[][] reversedRows(double[][] rows) {
    double[][] reversed = new double[rows.length][];
    for (int j = 0; j < rows.length; j++) {
      reversed[j] = rows[rows.length - 1 - j];
    }
    return reversed;
  }

  private static double[][] reversedColumns(double[][] rows) {
    return Rows.transpose(reversedRows(Rows.transpose(rows)));
  }

  private static BigDecimal product(double left, double right) {
    return new BigDecimal(left).multiply(new BigDecimal(right));
  }

  private static void assertExact(String entry, double actual, BigDecimal exact) {
    assertThat(new BigDecimal(actual)).as(entry).isEqualByComparingTo(exact);
  }
}
