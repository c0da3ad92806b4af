package backprop.parity.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.NumericalSource;
import backprop.parity.suites.WorkedExamples;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The article that the loops follow, section by section.
 *
 * <p>Source: 「逆誤差伝播法 - バックプロパゲーション 書き始め」 (Perlで学ぶディープラーニング入門).
 */
class PerlArticleTest {
  private static final Case QUESTION = WorkedExamples.named("perl-article");

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theDerivativeOfTheConstant5Is0(GradientSource twin) {
    assertThat(asPerlPrints(derivativeAt3(twin, 0.0, 5.0))).isEqualTo("0");
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theDerivativeOf3xPlus2Prints3AndItsRounding(GradientSource twin) {
    assertThat(asPerlPrints(derivativeAt3(twin, 3.0, 2.0))).isEqualTo("3.00000000444089");
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theLastBiasGradientIsTheProductOfTheSlopes(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    for (int j = 0; j < 3; j++) {
      double output = Twins.values(answer, Quantity.PRE_ACTIVATIONS, 2)[j][0];
      double activated = Twins.values(answer, Quantity.ACTIVATIONS, 2)[j][0];
      double variableSlope = 1.0;
      double activationSlope = Activation.SIGMOID.derivative(output);
      double costSlope = activated - QUESTION.targets()[j][0];
      assertThat(Twins.values(answer, Quantity.BIAS_GRADIENTS, 2)[j][0])
          .as("biasGradients[2][%d]", j)
          .isEqualTo(variableSlope * activationSlope * costSlope);
    }
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theLastWeightGradientsAreBiasGradientTimesInputColumnByColumn(GradientSource twin) {
    Result answer = twin.answer(lastLayer());
    double[] bias = Twins.column(Twins.values(answer, Quantity.BIAS_GRADIENTS, 1));
    double[] input = Twins.column(lastLayer().inputs());
    assertThat(columnByColumn(Twins.values(answer, Quantity.WEIGHT_GRADIENTS, 1)))
        .containsExactly(
            bias[0] * input[0],
            bias[1] * input[0],
            bias[2] * input[0],
            bias[0] * input[1],
            bias[1] * input[1],
            bias[2] * input[1]);
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theLastWeightGradientsAreBiasGradientsTimesInputsTransposed(GradientSource twin) {
    Result answer = twin.answer(lastLayer());
    RealMatrix biasGradients =
        new Array2DRowRealMatrix(Twins.values(answer, Quantity.BIAS_GRADIENTS, 1));
    RealMatrix inputs = new Array2DRowRealMatrix(lastLayer().inputs());
    assertThat(Twins.values(answer, Quantity.WEIGHT_GRADIENTS, 1))
        .isDeepEqualTo(biasGradients.multiply(inputs.transpose()).getData());
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theHiddenBiasGradientHasThreeForwardTerms(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    double[][] forwardWeights = QUESTION.network().layer(2).weights();
    double[] forwardBias = Twins.column(Twins.values(answer, Quantity.BIAS_GRADIENTS, 2));
    for (int j = 0; j < 3; j++) {
      double output = Twins.values(answer, Quantity.PRE_ACTIVATIONS, 1)[j][0];
      double slope = Activation.SIGMOID.derivative(output);
      double literal =
          forwardBias[0] * forwardWeights[0][j] * slope * 1.0
              + forwardBias[1] * forwardWeights[1][j] * slope * 1.0
              + forwardBias[2] * forwardWeights[2][j] * slope * 1.0;
      double found = Twins.values(answer, Quantity.BIAS_GRADIENTS, 1)[j][0];
      // Four roundings a term, and no term is above 0.02.
      assertThat(found)
          .as("biasGradients[1][%d], as the article writes it", j)
          .isCloseTo(literal, within(3.0 * 4.0 * 0x1p-53 * 0.02));
      double factored =
          (forwardBias[0] * forwardWeights[0][j]
                  + forwardBias[1] * forwardWeights[1][j]
                  + forwardBias[2] * forwardWeights[2][j])
              * slope;
      assertThat(found).as("biasGradients[1][%d], factored", j).isEqualTo(factored);
    }
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theSoftmaxOfTheSameSiteIsAsPublished(GradientSource twin) {
    double[][] identity = {{1.0, 0.0, 0.0}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}};
    Layer layer = new Layer(Activation.SOFTMAX, identity, new double[3]);
    Network network = new Network(List.of(layer), Cost.CROSS_ENTROPY, Reduction.SUM);
    double[][] inputs = {{0.07}, {0.14}, {0.24}};
    double[][] targets = {{1.0}, {0.0}, {0.0}};
    Result answer = twin.answer(new Case("softmax", network, inputs, targets));
    Published.assertDigits(
        "softmax",
        Twins.values(answer, Quantity.ACTIVATIONS, 1),
        new String[][] {
          {".306954386271124"}, {".329211090547647"}, {".363834523181229"},
        });
  }

  @Test
  void theDerivativeOfTanhIsAsPublished() {
    String printed = ".786447732965927";
    Published.assertDigits("loops", Activation.TANH.derivative(0.5), printed);
    Published.assertDigits("matrix", backprop.matrix.Activation.TANH.derivative(0.5), printed);
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theRecipeOfTheFirstProgramBelongsToHalfSquaredError(GradientSource twin) {
    Result derivatives = new NumericalSource().answer(QUESTION);
    assertThat(GradientCheck.firstDifference(derivatives, twin.answer(QUESTION))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theRecipeOfTheFirstProgramIsNotThatOfTheCrossEntropyItPrints(GradientSource twin) {
    Network network = QUESTION.network();
    Network printed = new Network(network.layers(), Cost.BINARY_CROSS_ENTROPY, Reduction.SUM);
    Case question = new Case("printed", printed, QUESTION.inputs(), QUESTION.targets());
    Result derivatives = new NumericalSource().answer(question);
    assertThat(GradientCheck.firstDifference(derivatives, twin.answer(question))).isEmpty();
    assertThat(GradientCheck.firstDifference(derivatives, twin.answer(QUESTION))).isPresent();
  }

  /** The article's definition, with its x and its step, of a·x + b. */
  private static double derivativeAt3(GradientSource twin, double a, double b) {
    double x = 3.0;
    double step = 0.0000001;
    return (line(twin, a, b, x + step) - line(twin, a, b, x)) / ((x + step) - x);
  }

  private static double line(GradientSource twin, double a, double b, double x) {
    Layer layer = new Layer(Activation.IDENTITY, new double[][] {{a}}, new double[] {b});
    Network network = new Network(List.of(layer), Cost.SQUARED_ERROR, Reduction.SUM);
    double[][] input = {{x}};
    Result answer = twin.answer(new Case("line", network, input, new double[1][1]));
    return Twins.values(answer, Quantity.PRE_ACTIVATIONS, 1)[0][0];
  }

  /** Perl prints 15 significant digits and no zeros after the last. */
  private static String asPerlPrints(double number) {
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(15));
    return rounded.stripTrailingZeros().toPlainString();
  }

  /** The article's last layer alone: three neurons, two inputs, one sample. */
  private static Case lastLayer() {
    Network network = QUESTION.network();
    Network last = new Network(List.of(network.layer(1)), network.cost(), network.reduction());
    return new Case("last layer", last, QUESTION.inputs(), QUESTION.targets());
  }

  private static List<Double> columnByColumn(double[][] rows) {
    List<Double> entries = new ArrayList<>();
    for (int i = 0; i < rows[0].length; i++) {
      for (double[] row : rows) {
        entries.add(row[i]);
      }
    }
    return entries;
  }
}
