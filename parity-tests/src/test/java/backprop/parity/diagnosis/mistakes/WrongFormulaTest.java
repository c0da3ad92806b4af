package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.Mistake.*;
import static backprop.parity.model.Quantity.BIAS_GRADIENTS;
import static backprop.parity.model.Quantity.WEIGHT_GRADIENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.RandomCases;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wrong numbers are the ones that the wrong formula gives, known by another way. */
class WrongFormulaTest {
  private static final Offset<Double> ROUNDING = within(1e-13);
  private static final int DEPTH = 3;
  private static final double SAMPLES = 4.0;
  private static final double OUTPUTS = 3.0;
  private static final Case QUESTION =
      question("three-layers", Activation.SIGMOID, Cost.HALF_SQUARED_ERROR);
  private static final Result RIGHT = new LoopsSource().answer(QUESTION);

  private static Case question(String name, Activation output, Cost cost) {
    List<Activation> hidden = List.of(Activation.TANH, Activation.SIGMOID);
    Objective ending = new Objective(output, cost, Reduction.MEAN);
    return new RandomCases(8).next(name, new int[] {3, 3, 3, 3}, (int) SAMPLES, hidden, ending);
  }

  @ParameterizedTest
  @CsvSource({
    "SUMMED_NOT_AVERAGED, 4",
    "AVERAGED_TWICE, 0.25",
    "DIVIDED_BY_OUTPUTS, 1.3333333333333333",
    "DIVIDED_BY_BATCH_AND_OUTPUTS, 0.3333333333333333",
    "FACTOR_TWO, 2",
    "SIGN_FLIPPED, -1"
  })
  void aScaleMultipliesEveryGradient(Mistake mistake, double factor) {
    for (int l = 1; l <= DEPTH; l++) {
      for (Quantity quantity : List.of(BIAS_GRADIENTS, WEIGHT_GRADIENTS)) {
        requireEqual(wrong(mistake, quantity, l), times(factor, right(quantity, l)));
      }
    }
  }

  @Test
  void theHiddenSignIsWrongInEveryHiddenLayerAndRightInTheLast() {
    requireEqual(wrong(HIDDEN_SIGN_FLIPPED, WEIGHT_GRADIENTS, 3), right(WEIGHT_GRADIENTS, 3));
    for (int l = 1; l < DEPTH; l++) {
      requireEqual(
          wrong(HIDDEN_SIGN_FLIPPED, WEIGHT_GRADIENTS, l), times(-1, right(WEIGHT_GRADIENTS, l)));
    }
  }

  @Test
  void aSignThatAlternatesIsRightAgainInEverySecondHiddenLayer() {
    requireEqual(
        wrong(HIDDEN_SIGN_ALTERNATING, WEIGHT_GRADIENTS, 2), times(-1, right(WEIGHT_GRADIENTS, 2)));
    requireEqual(wrong(HIDDEN_SIGN_ALTERNATING, WEIGHT_GRADIENTS, 1), right(WEIGHT_GRADIENTS, 1));
  }

  @Test
  void theCancelledDerivativeMultipliedInAgainGivesTheGradientOfTheSquaredError() {
    Case logarithm = withCost(Cost.BINARY_CROSS_ENTROPY);
    Result twice = new FaultyLoops(FaultyProgram.with(OUTPUT_DERIVATIVE_TWICE)).answer(logarithm);
    for (int l = 1; l <= DEPTH; l++) {
      requireEqual(twice.values(WEIGHT_GRADIENTS, l).orElseThrow(), right(WEIGHT_GRADIENTS, l));
    }
  }

  @Test
  void theSquaredErrorWithoutItsDerivativeGivesTheGradientOfTheCrossEntropy() {
    Result logarithm = new LoopsSource().answer(withCost(Cost.BINARY_CROSS_ENTROPY));
    for (int l = 1; l <= DEPTH; l++) {
      requireEqual(
          wrong(OUTPUT_DERIVATIVE_MISSING, WEIGHT_GRADIENTS, l),
          logarithm.values(WEIGHT_GRADIENTS, l).orElseThrow());
    }
  }

  @Test
  void theWeightGradientsAreTurnedOver() {
    for (Mistake mistake : List.of(WEIGHT_GRADIENTS_TRANSPOSED, WEIGHT_GRADIENTS_REFLATTENED)) {
      requireEqual(wrong(mistake, WEIGHT_GRADIENTS, 2), Rows.transpose(right(WEIGHT_GRADIENTS, 2)));
    }
  }

  @Test
  void onTheDiagonalStandsTheGradientOfTheLastInput() {
    double[][] right = right(WEIGHT_GRADIENTS, 2);
    requireEqual(
        wrong(DIAGONAL_INDEX, WEIGHT_GRADIENTS, 2),
        new double[][] {{right[0][2], 0, 0}, {0, right[1][2], 0}, {0, 0, right[2][2]}});
  }

  @Test
  void theProductOfMeansIsTheBiasGradientTimesTheMeanInput() {
    double[][] biasGradients = right(BIAS_GRADIENTS, 1);
    double[][] expected = new double[3][3];
    for (int j = 0; j < 3; j++) {
      for (int i = 0; i < 3; i++) {
        double mean = Arrays.stream(QUESTION.inputs()[i]).average().orElseThrow();
        expected[j][i] = biasGradients[j][0] * mean;
      }
    }
    requireEqual(wrong(PRODUCT_OF_MEANS, WEIGHT_GRADIENTS, 1), expected);
  }

  @Test
  void theBiasGradientsAreWhatTheirNamesSay() {
    double[][] right = right(BIAS_GRADIENTS, 2);
    double total = right[0][0] + right[1][0] + right[2][0];
    requireEqual(
        wrong(BIAS_TOTAL_BROADCAST, BIAS_GRADIENTS, 2), new double[][] {{total}, {total}, {total}});
    requireEqual(wrong(BIAS_MEAN_OF_SUM, BIAS_GRADIENTS, 2), times(1.0 / SAMPLES, right));
    double[][] rowSums =
        Arrays.stream(right(WEIGHT_GRADIENTS, 2))
            .map(row -> new double[] {row[0] + row[1] + row[2]})
            .toArray(double[][]::new);
    requireEqual(wrong(BIAS_THROUGH_INPUTS, BIAS_GRADIENTS, 2), rowSums);
    double[][] deltas = right(Quantity.DELTAS, 2);
    requireEqual(
        wrong(BIAS_FIRST_SAMPLE, BIAS_GRADIENTS, 2),
        new double[][] {{deltas[0][0]}, {deltas[1][0]}, {deltas[2][0]}});
  }

  @Test
  void aSoftmaxOverTheBatchOfEqualNumbersStartsAtTheLogarithmOfSamplesTimesOutputs() {
    Case shares = question("shares", Activation.SOFTMAX, Cost.CROSS_ENTROPY);
    Network network = shares.network();
    double[][] zero = new double[3][3];
    Network flat =
        new Network(
            List.of(
                network.layer(1),
                network.layer(2),
                new Layer(Activation.SOFTMAX, zero, new double[3])),
            network.cost(),
            network.reduction());
    Case untrained = new Case("untrained", flat, shares.inputs(), shares.targets());
    double cost =
        new FaultyLoops(FaultyProgram.with(SOFTMAX_OVER_BATCH))
            .answer(untrained)
            .cost()
            .orElseThrow();
    assertThat(cost).isCloseTo(StrictMath.log(SAMPLES * OUTPUTS), ROUNDING);
    assertThat(new LoopsSource().answer(untrained).cost().orElseThrow())
        .isCloseTo(StrictMath.log(OUTPUTS), ROUNDING);
  }

  @Test
  void withoutTheTransposeARowOfTheForwardWeightsMeetsTheDelta() {
    double[][] weights = QUESTION.network().layer(3).weights();
    double[][] delta = right(Quantity.DELTAS, 3);
    double[][] preActivations = right(Quantity.PRE_ACTIVATIONS, 2);
    double[][] expected = new double[3][(int) SAMPLES];
    for (int j = 0; j < 3; j++) {
      for (int s = 0; s < SAMPLES; s++) {
        double untransposed =
            weights[j][0] * delta[0][s] + weights[j][1] * delta[1][s] + weights[j][2] * delta[2][s];
        expected[j][s] = untransposed * Activation.SIGMOID.derivative(preActivations[j][s]);
      }
    }
    requireEqual(wrong(TRANSPOSE_MISSING, Quantity.DELTAS, 2), expected);
  }

  /** Δᵀ·F, a row for each sample, stands where neurons belong. */
  @Test
  void theHiddenDeltaIsTransposedBeforeItMeetsTheDerivative() {
    List<Activation> hidden = List.of(Activation.SIGMOID);
    Objective ending = new Objective(Activation.TANH, Cost.SQUARED_ERROR, Reduction.SUM);
    Case question = new RandomCases(9).next("as-many", new int[] {2, 3, 4}, 3, hidden, ending);
    Result right = new LoopsSource().answer(question);
    double[][] weights = question.network().layer(2).weights();
    double[][] delta = right.values(Quantity.DELTAS, 2).orElseThrow();
    double[][] z = right.values(Quantity.PRE_ACTIVATIONS, 1).orElseThrow();
    double[][] expected = new double[3][3];
    for (int j = 0; j < 3; j++) {
      for (int s = 0; s < 3; s++) {
        double sum = 0.0;
        for (int k = 0; k < 4; k++) {
          sum += delta[k][j] * weights[k][s];
        }
        expected[j][s] = sum * Activation.SIGMOID.derivative(z[j][s]);
      }
    }
    Result found = new FaultyLoops(FaultyProgram.with(HIDDEN_DELTA_TRANSPOSED)).answer(question);
    requireEqual(found.values(Quantity.DELTAS, 1).orElseThrow(), expected);
  }

  @Test
  void withoutTheLastInputTheNetworkIsOneWhoseLastWeightsAreZero() {
    List<Layer> layers = QUESTION.network().layers().stream().map(this::withoutLast).toList();
    Network network = new Network(layers, QUESTION.network().cost(), Reduction.MEAN);
    Case zeroed = new Case("zeroed", network, QUESTION.inputs(), QUESTION.targets());
    Result expected = new LoopsSource().answer(zeroed);
    for (int l = 1; l <= DEPTH; l++) {
      requireEqual(
          wrong(LAST_INPUT_LEFT_OUT, Quantity.PRE_ACTIVATIONS, l),
          expected.values(Quantity.PRE_ACTIVATIONS, l).orElseThrow());
    }
  }

  private Layer withoutLast(Layer layer) {
    double[][] weights = layer.weights();
    for (double[] row : weights) {
      row[row.length - 1] = 0.0;
    }
    return new Layer(layer.activation(), weights, layer.biases());
  }

  @Test
  void withoutTheLastForwardTermItIsTheDifferenceOfTheRightSumAndThatTerm() {
    double[][] expected = right(Quantity.DELTAS, 2);
    double[][] lastTerm = wrong(ONE_FORWARD_TERM, Quantity.DELTAS, 2);
    for (int j = 0; j < expected.length; j++) {
      for (int s = 0; s < SAMPLES; s++) {
        expected[j][s] -= lastTerm[j][s];
      }
    }
    requireEqual(wrong(LAST_FORWARD_TERM_LEFT_OUT, Quantity.DELTAS, 2), expected);
  }

  @Test
  void withoutTheLastSampleTheGradientsAreThoseOfTheOthers() {
    int others = (int) SAMPLES - 1;
    Case shorter =
        new Case(
            "shorter",
            QUESTION.network(),
            firstColumns(QUESTION.inputs(), others),
            firstColumns(QUESTION.targets(), others));
    Result answer = new LoopsSource().answer(shorter);
    for (int l = 1; l <= DEPTH; l++) {
      for (Quantity quantity : List.of(BIAS_GRADIENTS, WEIGHT_GRADIENTS)) {
        requireEqual(
            wrong(LAST_SAMPLE_LEFT_OUT, quantity, l),
            times(others / SAMPLES, answer.values(quantity, l).orElseThrow()));
      }
    }
  }

  private static double[][] firstColumns(double[][] rows, int columns) {
    return Arrays.stream(rows).map(row -> Arrays.copyOf(row, columns)).toArray(double[][]::new);
  }

  private static Case withCost(Cost cost) {
    Network network = QUESTION.network();
    Network other = new Network(network.layers(), cost, network.reduction());
    return new Case("other-cost", other, QUESTION.inputs(), QUESTION.targets());
  }

  private static double[][] right(Quantity quantity, int l) {
    return RIGHT.values(quantity, l).orElseThrow();
  }

  private static double[][] wrong(Mistake mistake, Quantity quantity, int l) {
    FaultyLoops faulty = new FaultyLoops(FaultyProgram.with(mistake));
    return faulty.answer(QUESTION).values(quantity, l).orElseThrow();
  }

  private static double[][] times(double factor, double[][] values) {
    for (double[] row : values) {
      for (int i = 0; i < row.length; i++) {
        row[i] = factor * row[i];
      }
    }
    return values;
  }

  private static void requireEqual(double[][] actual, double[][] expected) {
    for (int j = 0; j < expected.length; j++) {
      for (int i = 0; i < expected[j].length; i++) {
        assertThat(actual[j][i]).as("[%d][%d]", j, i).isCloseTo(expected[j][i], ROUNDING);
      }
    }
  }
}
