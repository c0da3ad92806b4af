package backprop.parity.diagnosis.mistakes;

import backprop.parity.model.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One classic mistake: a switch of {@link FaultyLoops}.
 *
 * <p>What it does wrong, when it cannot be seen and how to fix it stands in {@code mistakes.txt};
 * {@link MistakeCatalogue} reads it.
 */
public enum Mistake {
  BIAS_LEFT_OUT(MistakeFamily.FORWARD),
  BIAS_ON_EVERY_TERM(MistakeFamily.FORWARD),
  LAST_INPUT_LEFT_OUT(MistakeFamily.FORWARD),
  FORWARD_WEIGHTS_TRANSPOSED(MistakeFamily.FORWARD),
  PRE_ACTIVATION_CLIPPED(MistakeFamily.FORWARD),
  ACTIVATION_TWICE(MistakeFamily.FORWARD),
  OUTPUT_ACTIVATION_MISSING(MistakeFamily.FORWARD),
  PRE_ACTIVATION_AVERAGED(MistakeFamily.FORWARD),
  BIAS_AFTER_ACTIVATION(MistakeFamily.FORWARD),
  SIGMOID_MIRRORED(MistakeFamily.FORWARD),
  LEAKY_SLOPE_ONE_FIFTH(MistakeFamily.FORWARD),
  SOFTMAX_UNSHIFTED(MistakeFamily.FORWARD),
  SOFTMAX_TWICE(MistakeFamily.FORWARD),
  TARGETS_OF_NEXT_SAMPLE(MistakeFamily.FORWARD),
  TARGETS_OF_NEXT_OUTPUT(MistakeFamily.FORWARD),

  EPSILON_IN_LOGARITHM(MistakeFamily.COST),
  COST_OF_ANOTHER_KIND(MistakeFamily.COST),
  COST_SUMMED_NOT_AVERAGED(MistakeFamily.COST),
  COST_AVERAGED_OVER_OUTPUTS(MistakeFamily.COST),
  COST_DOUBLED(MistakeFamily.COST),
  COST_HALVED(MistakeFamily.COST),
  SQUARE_OF_THE_SUM(MistakeFamily.COST),
  TARGET_ENTROPY_SUBTRACTED(MistakeFamily.COST),

  SUMMED_NOT_AVERAGED(MistakeFamily.SCALE),
  AVERAGED_NOT_SUMMED(MistakeFamily.SCALE),
  AVERAGED_TWICE(MistakeFamily.SCALE),
  DIVIDED_BY_OUTPUTS(MistakeFamily.SCALE),
  DIVIDED_BY_BATCH_AND_OUTPUTS(MistakeFamily.SCALE),
  MULTIPLIED_BY_BATCH(MistakeFamily.SCALE),
  FACTOR_TWO(MistakeFamily.SCALE),
  FACTOR_HALF(MistakeFamily.SCALE),
  SIGN_FLIPPED(MistakeFamily.SCALE),
  HIDDEN_SIGN_FLIPPED(MistakeFamily.SCALE),
  HIDDEN_SIGN_ALTERNATING(MistakeFamily.SCALE),
  LAST_SAMPLE_ONLY(MistakeFamily.SCALE),
  LAST_SAMPLE_LEFT_OUT(MistakeFamily.SCALE),

  OUTPUT_DERIVATIVE_TWICE(MistakeFamily.OUTPUT_DELTA),
  SOFTMAX_DERIVATIVE_TWICE(MistakeFamily.OUTPUT_DELTA),
  OUTPUT_DERIVATIVE_MISSING(MistakeFamily.OUTPUT_DELTA),
  RAW_COST_DERIVATIVE(MistakeFamily.OUTPUT_DELTA),
  DIFFERENCE_AS_OUTPUT_DELTA(MistakeFamily.OUTPUT_DELTA),
  BINARY_CROSS_ENTROPY_HALVED(MistakeFamily.OUTPUT_DELTA),
  TARGETS_ASSUMED_TO_SUM_TO_ONE(MistakeFamily.OUTPUT_DELTA),
  COST_AS_DELTA(MistakeFamily.OUTPUT_DELTA),
  PRE_ACTIVATION_IN_OUTPUT_DELTA(MistakeFamily.OUTPUT_DELTA),
  SOFTMAX_DIAGONAL(MistakeFamily.OUTPUT_DELTA),
  SOFTMAX_AS_IDENTITY(MistakeFamily.OUTPUT_DELTA),
  SOFTMAX_OVER_BATCH(MistakeFamily.OUTPUT_DELTA),
  SOFTMAX_OVER_SAMPLES(MistakeFamily.OUTPUT_DELTA),
  RELU_MASK_ON_OUTPUT(MistakeFamily.OUTPUT_DELTA),
  OUTPUT_DERIVATIVE_AT_ACTIVATION(MistakeFamily.OUTPUT_DELTA),

  HIDDEN_DERIVATIVE_MISSING(MistakeFamily.HIDDEN_DELTA),
  HIDDEN_DERIVATIVE_TWICE(MistakeFamily.HIDDEN_DELTA),
  HIDDEN_DERIVATIVE_AT_ACTIVATION(MistakeFamily.HIDDEN_DELTA),
  DERIVATIVE_OF_PROPAGATED_VALUE(MistakeFamily.HIDDEN_DELTA),
  DERIVATIVE_ADDED(MistakeFamily.HIDDEN_DELTA),
  PROPAGATED_VALUE_LOST(MistakeFamily.HIDDEN_DELTA),
  DERIVATIVE_NOT_CARRIED_BACK(MistakeFamily.HIDDEN_DELTA),
  DERIVATIVE_OF_NEXT_LAYER(MistakeFamily.HIDDEN_DELTA),
  SIGMOID_DERIVATIVE_FOR_TANH(MistakeFamily.HIDDEN_DELTA),
  SIGMOID_FORMULA_ON_PRE_ACTIVATION(MistakeFamily.HIDDEN_DELTA),
  TANH_FORMULA_ON_PRE_ACTIVATION(MistakeFamily.HIDDEN_DELTA),
  TANH_DERIVATIVE_MISBRACKETED(MistakeFamily.HIDDEN_DELTA),
  DERIVATIVE_ON_FIRST_UNITS_ONLY(MistakeFamily.HIDDEN_DELTA),
  WEIGHT_GRADIENTS_PROPAGATED(MistakeFamily.HIDDEN_DELTA),
  UPDATED_WEIGHTS_PROPAGATED(MistakeFamily.HIDDEN_DELTA),
  TRANSPOSE_MISSING(MistakeFamily.HIDDEN_DELTA),
  HIDDEN_DELTA_TRANSPOSED(MistakeFamily.HIDDEN_DELTA),
  FORWARD_WEIGHT_AT_OWN_INDEX(MistakeFamily.HIDDEN_DELTA),
  HIDDEN_DELTA_AVERAGED(MistakeFamily.HIDDEN_DELTA),
  NODE_VISITED_TWICE(MistakeFamily.HIDDEN_DELTA),
  WRONG_LAYER_WEIGHTS(MistakeFamily.HIDDEN_DELTA),
  ONE_FORWARD_TERM(MistakeFamily.HIDDEN_DELTA),
  LAST_FORWARD_TERM_LEFT_OUT(MistakeFamily.HIDDEN_DELTA),
  SUM_NOT_RESET(MistakeFamily.HIDDEN_DELTA),
  OUTPUT_ERROR_IN_EVERY_LAYER(MistakeFamily.HIDDEN_DELTA),
  RELU_MASK_BY_GRADIENT(MistakeFamily.HIDDEN_DELTA),
  RELU_DERIVATIVE_AT_ZERO(MistakeFamily.HIDDEN_DELTA),
  RELU_DERIVATIVE_ALWAYS_ONE(MistakeFamily.HIDDEN_DELTA),
  LEAKY_SLOPE_LOST(MistakeFamily.HIDDEN_DELTA),

  PRE_ACTIVATION_AS_INPUT(MistakeFamily.WEIGHT_GRADIENTS),
  FIRST_INPUT_EVERYWHERE(MistakeFamily.WEIGHT_GRADIENTS),
  WEIGHT_GRADIENTS_TRANSPOSED(MistakeFamily.WEIGHT_GRADIENTS),
  WEIGHT_GRADIENTS_REFLATTENED(MistakeFamily.WEIGHT_GRADIENTS),
  PRODUCT_OF_MEANS(MistakeFamily.WEIGHT_GRADIENTS),
  WEIGHTS_LAST_SAMPLE(MistakeFamily.WEIGHT_GRADIENTS),
  DIAGONAL_INDEX(MistakeFamily.WEIGHT_GRADIENTS),
  WEIGHT_GRADIENTS_MIRRORED(MistakeFamily.WEIGHT_GRADIENTS),
  ROWS_SHARED(MistakeFamily.WEIGHT_GRADIENTS),
  DELTA_SUMMED_OVER_NEURONS(MistakeFamily.WEIGHT_GRADIENTS),
  DELTA_OF_LAST_SAMPLE(MistakeFamily.WEIGHT_GRADIENTS),
  DOT_PRODUCT_NOT_OUTER_PRODUCT(MistakeFamily.WEIGHT_GRADIENTS),

  BIAS_ZERO(MistakeFamily.BIAS_GRADIENTS),
  HIDDEN_BIAS_ZERO(MistakeFamily.BIAS_GRADIENTS),
  BIAS_MEAN_OF_SUM(MistakeFamily.BIAS_GRADIENTS),
  BIAS_FIRST_SAMPLE(MistakeFamily.BIAS_GRADIENTS),
  BIAS_LAST_SAMPLE(MistakeFamily.BIAS_GRADIENTS),
  BIAS_TOTAL_BROADCAST(MistakeFamily.BIAS_GRADIENTS),
  BIAS_SUMMED_OVER_NEURONS(MistakeFamily.BIAS_GRADIENTS),
  BIAS_THROUGH_INPUTS(MistakeFamily.BIAS_GRADIENTS),
  BIAS_TIMES_INPUTS(MistakeFamily.BIAS_GRADIENTS),

  FIRST_LAYER_SKIPPED(MistakeFamily.CONTROL),
  LAST_LAYER_OVERWRITTEN(MistakeFamily.CONTROL),

  UPDATE_ADDED(MistakeFamily.UPDATE),
  GRADIENT_NOT_RESET(MistakeFamily.UPDATE),
  UPDATE_AVERAGED_AGAIN(MistakeFamily.UPDATE),
  LEARNING_RATE_MISSING(MistakeFamily.UPDATE),
  LEARNING_RATE_FIXED(MistakeFamily.UPDATE),
  DIVIDED_BY_LEARNING_RATE(MistakeFamily.UPDATE),
  WEIGHTS_AND_GRADIENTS_SWAPPED(MistakeFamily.UPDATE),
  UPDATE_TIMES_WEIGHT(MistakeFamily.UPDATE),
  BIASES_NOT_UPDATED(MistakeFamily.UPDATE);

  private final MistakeFamily family;

  Mistake(MistakeFamily family) {
    this.family = family;
  }

  /** Where in the program it is made. */
  public MistakeFamily family() {
    return family;
  }

  /** Whether it is in the factor that step 5 and step 6 multiply their sums by, each for itself. */
  public boolean isFactorOfTheBatch() {
    return switch (this) {
      case SUMMED_NOT_AVERAGED,
          AVERAGED_NOT_SUMMED,
          AVERAGED_TWICE,
          DIVIDED_BY_OUTPUTS,
          DIVIDED_BY_BATCH_AND_OUTPUTS,
          MULTIPLIED_BY_BATCH ->
          true;
      default -> false;
    };
  }

  /** How reports and the command line call it, such as {@code hidden-derivative-missing}. */
  public String spelling() {
    return Spelling.of(this);
  }

  /** The mistake of that name. */
  public static Optional<Mistake> named(String name) {
    return Spelling.find(Mistake.class, name);
  }

  /** Every mistake, in the order of the catalogue. */
  public static List<Mistake> all() {
    return List.of(values());
  }

  /** The mistakes of one family, in the order of the catalogue. */
  public static List<Mistake> of(MistakeFamily family) {
    return Arrays.stream(values()).filter(mistake -> mistake.family == family).toList();
  }
}
