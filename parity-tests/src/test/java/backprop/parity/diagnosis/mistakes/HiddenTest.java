package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.Mistake.*;
import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.diagnosis.RelativeMatch;
import backprop.parity.model.Case;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.RandomCases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the catalogue says that a mistake cannot be seen, every number is right. */
class HiddenTest {
  private static final int SEED = 99;
  private static final int RANDOM_CASES = 600;

  private static final List<Case> CASES = cases();
  private static final Map<Mistake, Predicate<Case>> HIDDEN = new EnumMap<>(Mistake.class);

  static {
    Predicate<Case> oneSample = question -> question.samples() == 1;
    Predicate<Case> oneOutput = question -> outputs(question) == 1;
    Predicate<Case> oneLayer = question -> question.network().depth() == 1;
    Predicate<Case> noUpdate = question -> question.learningRate().isEmpty();
    Predicate<Case> sum = question -> question.network().reduction() == Reduction.SUM;
    Predicate<Case> mean = question -> question.network().reduction() == Reduction.MEAN;
    Predicate<Case> elements = question -> question.network().reduction() == Reduction.ELEMENT_MEAN;
    Predicate<Case> squared = question -> isSquared(question.network().cost());
    Predicate<Case> softmax = question -> output(question) == Activation.SOFTMAX;
    Predicate<Case> linear = question -> output(question) == Activation.IDENTITY;
    Predicate<Case> crossEntropy = question -> question.network().cost() == Cost.CROSS_ENTROPY;
    Predicate<Case> binary = question -> question.network().cost() == Cost.BINARY_CROSS_ENTROPY;
    Predicate<Case> sigmoidOutput = question -> output(question) == Activation.SIGMOID;
    Predicate<Case> cancels = sigmoidOutput.and(binary);
    Predicate<Case> reluOutput = question -> output(question) == Activation.RELU;
    Predicate<Case> leakyOutput = question -> output(question) == Activation.LEAKY_RELU;
    Predicate<Case> hiddenOnly01 = hiddenAmong(Activation.IDENTITY, Activation.RELU);
    Predicate<Case> widthOne = question -> neurons(question).allMatch(width -> width == 1);
    Predicate<Case> vectors =
        question ->
            question.network().layers().stream()
                .allMatch(layer -> layer.inputs() == 1 || layer.outputs() == 1);
    Predicate<Case> tiny =
        question ->
            question.network().layers().stream()
                .allMatch(layer -> layer.inputs() == 1 && layer.outputs() == 1);

    HIDDEN.put(BIAS_ON_EVERY_TERM, question -> inputs(question).allMatch(count -> count == 1));
    HIDDEN.put(FORWARD_WEIGHTS_TRANSPOSED, tiny);
    HIDDEN.put(ACTIVATION_TWICE, among(Activation.IDENTITY, Activation.RELU, Activation.SOFTMAX));
    HIDDEN.put(OUTPUT_ACTIVATION_MISSING, linear);
    HIDDEN.put(PRE_ACTIVATION_AVERAGED, question -> inputs(question).allMatch(count -> count == 1));
    HIDDEN.put(SIGMOID_MIRRORED, has(Activation.SIGMOID).negate());
    HIDDEN.put(LEAKY_SLOPE_ONE_FIFTH, has(Activation.LEAKY_RELU).negate());
    HIDDEN.put(SOFTMAX_UNSHIFTED, question -> !question.name().equals("overflowing"));
    HIDDEN.put(SOFTMAX_TWICE, softmax.negate().or(oneOutput));
    HIDDEN.put(TARGETS_OF_NEXT_SAMPLE, oneSample);
    HIDDEN.put(TARGETS_OF_NEXT_OUTPUT, oneOutput);
    HIDDEN.put(EPSILON_IN_LOGARITHM, squared);
    HIDDEN.put(COST_SUMMED_NOT_AVERAGED, sum.or(oneSample.and(mean)));
    HIDDEN.put(COST_AVERAGED_OVER_OUTPUTS, elements.or(oneOutput.and(mean)));

    HIDDEN.put(COST_DOUBLED, question -> question.network().cost() != Cost.HALF_SQUARED_ERROR);
    HIDDEN.put(COST_HALVED, question -> question.network().cost() != Cost.SQUARED_ERROR);
    HIDDEN.put(SQUARE_OF_THE_SUM, squared.negate().or(oneOutput));
    HIDDEN.put(MULTIPLIED_BY_BATCH, oneSample);
    HIDDEN.put(SUMMED_NOT_AVERAGED, sum.or(oneSample.and(mean)));
    HIDDEN.put(AVERAGED_NOT_SUMMED, mean.or(oneSample.and(sum)));
    HIDDEN.put(AVERAGED_TWICE, sum.or(oneSample));
    HIDDEN.put(
        DIVIDED_BY_OUTPUTS,
        mean.and(question -> question.samples() == outputs(question)).or(sum.and(oneOutput)));
    HIDDEN.put(DIVIDED_BY_BATCH_AND_OUTPUTS, elements.or(mean.and(oneOutput)));
    HIDDEN.put(FACTOR_TWO, question -> question.network().cost() != Cost.HALF_SQUARED_ERROR);
    HIDDEN.put(FACTOR_HALF, question -> question.network().cost() != Cost.SQUARED_ERROR);
    HIDDEN.put(HIDDEN_SIGN_FLIPPED, oneLayer);
    HIDDEN.put(HIDDEN_SIGN_ALTERNATING, oneLayer);
    HIDDEN.put(LAST_SAMPLE_ONLY, oneSample);

    HIDDEN.put(SOFTMAX_DERIVATIVE_TWICE, softmax.and(crossEntropy).negate());
    HIDDEN.put(OUTPUT_DERIVATIVE_TWICE, linear.or(reluOutput).or(softmax));
    HIDDEN.put(OUTPUT_DERIVATIVE_MISSING, linear.or(softmax).or(squared.negate()));
    HIDDEN.put(RAW_COST_DERIVATIVE, linear);
    HIDDEN.put(PRE_ACTIVATION_IN_OUTPUT_DELTA, linear);
    HIDDEN.put(SOFTMAX_DIAGONAL, softmax.negate());
    HIDDEN.put(SOFTMAX_AS_IDENTITY, softmax.negate().or(squared.negate()));
    HIDDEN.put(SOFTMAX_OVER_BATCH, softmax.negate().or(oneSample));
    HIDDEN.put(SOFTMAX_OVER_SAMPLES, softmax.negate());
    HIDDEN.put(RELU_MASK_ON_OUTPUT, softmax.negate());
    HIDDEN.put(
        OUTPUT_DERIVATIVE_AT_ACTIVATION,
        linear.or(reluOutput).or(leakyOutput).or(softmax).or(cancels));

    HIDDEN.put(HIDDEN_DERIVATIVE_MISSING, oneLayer.or(hiddenAmong(Activation.IDENTITY)));
    HIDDEN.put(HIDDEN_DERIVATIVE_TWICE, oneLayer.or(hiddenOnly01));
    HIDDEN.put(
        HIDDEN_DERIVATIVE_AT_ACTIVATION,
        hiddenAmong(Activation.IDENTITY, Activation.RELU, Activation.LEAKY_RELU));
    HIDDEN.put(DERIVATIVE_OF_PROPAGATED_VALUE, oneLayer);
    HIDDEN.put(PROPAGATED_VALUE_LOST, oneLayer);
    HIDDEN.put(DERIVATIVE_ADDED, oneLayer);
    HIDDEN.put(FORWARD_WEIGHT_AT_OWN_INDEX, oneLayer.or(widthOne));
    HIDDEN.put(
        HIDDEN_DELTA_AVERAGED,
        question ->
            question.network().layers().stream().skip(1).allMatch(layer -> layer.outputs() == 1));
    Predicate<Case> oneHidden = question -> question.network().depth() == 2;
    HIDDEN.put(NODE_VISITED_TWICE, oneLayer.or(oneHidden));
    HIDDEN.put(
        DERIVATIVE_NOT_CARRIED_BACK, oneLayer.or(oneHidden.and(linear.or(cancels).or(softmax))));
    HIDDEN.put(DERIVATIVE_OF_NEXT_LAYER, oneLayer);
    HIDDEN.put(SIGMOID_DERIVATIVE_FOR_TANH, has(Activation.TANH).negate());
    HIDDEN.put(
        SIGMOID_FORMULA_ON_PRE_ACTIVATION,
        noHidden(Activation.SIGMOID).and(sigmoidOutput.negate().or(cancels)));
    HIDDEN.put(TANH_FORMULA_ON_PRE_ACTIVATION, has(Activation.TANH).negate());
    HIDDEN.put(
        DERIVATIVE_ON_FIRST_UNITS_ONLY,
        question ->
            question.network().layers().stream()
                .skip(1)
                .allMatch(layer -> layer.inputs() <= layer.outputs()));
    HIDDEN.put(WEIGHT_GRADIENTS_PROPAGATED, oneLayer);
    HIDDEN.put(UPDATED_WEIGHTS_PROPAGATED, oneLayer.or(noUpdate));
    HIDDEN.put(TRANSPOSE_MISSING, oneLayer.or(tiny));
    HIDDEN.put(HIDDEN_DELTA_TRANSPOSED, oneLayer.or(tiny));
    HIDDEN.put(WRONG_LAYER_WEIGHTS, oneLayer);
    HIDDEN.put(
        ONE_FORWARD_TERM,
        question ->
            question.network().layers().stream().skip(1).allMatch(layer -> layer.outputs() == 1));
    HIDDEN.put(LAST_FORWARD_TERM_LEFT_OUT, oneLayer);
    HIDDEN.put(OUTPUT_ERROR_IN_EVERY_LAYER, oneLayer.or(oneHidden));
    HIDDEN.put(RELU_MASK_BY_GRADIENT, noHidden(Activation.RELU));
    HIDDEN.put(RELU_DERIVATIVE_AT_ZERO, question -> !question.name().equals("at-the-kink"));
    HIDDEN.put(RELU_DERIVATIVE_ALWAYS_ONE, has(Activation.RELU).negate());
    HIDDEN.put(LEAKY_SLOPE_LOST, has(Activation.LEAKY_RELU).negate());

    HIDDEN.put(PRE_ACTIVATION_AS_INPUT, hiddenAmong(Activation.IDENTITY));
    HIDDEN.put(FIRST_INPUT_EVERYWHERE, oneLayer);
    HIDDEN.put(WEIGHT_GRADIENTS_TRANSPOSED, tiny);
    HIDDEN.put(WEIGHT_GRADIENTS_REFLATTENED, vectors);
    HIDDEN.put(PRODUCT_OF_MEANS, oneSample);
    HIDDEN.put(WEIGHTS_LAST_SAMPLE, oneSample);
    HIDDEN.put(BIAS_LAST_SAMPLE, oneSample);
    HIDDEN.put(DIAGONAL_INDEX, tiny);
    HIDDEN.put(WEIGHT_GRADIENTS_MIRRORED, widthOne);
    HIDDEN.put(ROWS_SHARED, widthOne);
    HIDDEN.put(DELTA_SUMMED_OVER_NEURONS, widthOne);
    HIDDEN.put(DOT_PRODUCT_NOT_OUTER_PRODUCT, tiny);
    HIDDEN.put(BIAS_TIMES_INPUTS, question -> inputs(question).allMatch(count -> count == 1));
    HIDDEN.put(HIDDEN_BIAS_ZERO, oneLayer);
    HIDDEN.put(BIAS_MEAN_OF_SUM, oneSample);
    HIDDEN.put(BIAS_FIRST_SAMPLE, oneSample.and(elements.negate()));
    HIDDEN.put(BIAS_TOTAL_BROADCAST, widthOne);
    HIDDEN.put(BIAS_SUMMED_OVER_NEURONS, oneSample);
    HIDDEN.put(LAST_LAYER_OVERWRITTEN, oneLayer);

    HIDDEN.put(UPDATE_ADDED, noUpdate);
    HIDDEN.put(GRADIENT_NOT_RESET, noUpdate);
    HIDDEN.put(UPDATE_AVERAGED_AGAIN, noUpdate.or(oneSample));
    HIDDEN.put(LEARNING_RATE_MISSING, noUpdate);
    HIDDEN.put(LEARNING_RATE_FIXED, noUpdate);
    HIDDEN.put(DIVIDED_BY_LEARNING_RATE, noUpdate);
    HIDDEN.put(WEIGHTS_AND_GRADIENTS_SWAPPED, noUpdate);
    HIDDEN.put(UPDATE_TIMES_WEIGHT, noUpdate);
    HIDDEN.put(BIASES_NOT_UPDATED, noUpdate);
  }

  static Stream<Mistake> mistakes() {
    return HIDDEN.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void whereItIsHiddenEveryNumberIsRight(Mistake mistake) {
    FaultyLoops faulty = new FaultyLoops(FaultyProgram.with(mistake));
    int compared = 0;
    for (Case question : CASES) {
      if (HIDDEN.get(mistake).test(question) && faulty.applies(question)) {
        boolean same =
            new RelativeMatch()
                .matches(question, new LoopsSource().answer(question), faulty.answer(question));
        assertThat(same)
            .as(
                "%s hidden on %s (%s)",
                mistake.spelling(), question.name(), CaseSummary.of(question))
            .isTrue();
        compared++;
      }
    }
    assertThat(compared).as("cases on which %s is hidden", mistake.spelling()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void elsewhereItIsSeen(Mistake mistake) {
    FaultyLoops faulty = new FaultyLoops(FaultyProgram.with(mistake));
    boolean seen =
        CASES.stream()
            .filter(HIDDEN.get(mistake).negate())
            .filter(faulty::applies)
            .anyMatch(
                question ->
                    !new RelativeMatch()
                        .matches(
                            question, new LoopsSource().answer(question), faulty.answer(question)));
    assertThat(seen).as(mistake.spelling()).isTrue();
  }

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>(RevealingCases.all());
    RandomCases random = new RandomCases(SEED);
    for (int number = 0; number < RANDOM_CASES; number++) {
      cases.add(random.next());
    }
    return cases;
  }

  private static boolean isSquared(Cost cost) {
    return cost == Cost.SQUARED_ERROR || cost == Cost.HALF_SQUARED_ERROR;
  }

  private static Activation output(Case question) {
    return question.network().layer(question.network().depth()).activation();
  }

  private static int outputs(Case question) {
    return question.network().layer(question.network().depth()).outputs();
  }

  private static Stream<Integer> neurons(Case question) {
    return question.network().layers().stream().map(Layer::outputs);
  }

  private static Stream<Integer> inputs(Case question) {
    return question.network().layers().stream().map(Layer::inputs);
  }

  private static Predicate<Case> has(Activation activation) {
    return question ->
        question.network().layers().stream().anyMatch(layer -> layer.activation() == activation);
  }

  private static Predicate<Case> among(Activation... activations) {
    return question ->
        question.network().layers().stream()
            .allMatch(layer -> Arrays.asList(activations).contains(layer.activation()));
  }

  private static Predicate<Case> hiddenAmong(Activation... activations) {
    return question ->
        hidden(question.network())
            .allMatch(layer -> Arrays.asList(activations).contains(layer.activation()));
  }

  private static Predicate<Case> noHidden(Activation activation) {
    return question ->
        hidden(question.network()).noneMatch(layer -> layer.activation() == activation);
  }

  private static Stream<Layer> hidden(Network network) {
    return network.layers().stream().limit(network.depth() - 1L);
  }
}
