package backprop.parity.course;

import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;

/**
 * From which chapter on a mistake can be made at all.
 *
 * <p>Before it there is no loop over layers, no batch or no step in which to make it: whatever gives
 * the same number there is another mistake, and is fixed elsewhere.
 */
final class Syllabus {
  private static final int ONE_NEURON = 2;
  private static final int ONE_LAYER = 3;
  private static final int OUTPUT_DELTA = 4;
  private static final int GRADIENTS = 5;
  private static final int HIDDEN_LAYERS = 6;
  private static final int THREE_LAYERS = 7;
  private static final int BATCHES = 8;
  private static final int LEARNING = 9;

  private Syllabus() {}

  /** Whether every mistake of a program can be made in a chapter. */
  static boolean allows(FaultyProgram program, Lesson lesson) {
    return program.mistakes().stream().allMatch(mistake -> chapter(mistake) <= lesson.number());
  }

  private static int chapter(Mistake mistake) {
    return switch (mistake) {
      case FORWARD_WEIGHTS_TRANSPOSED -> ONE_LAYER;
      case TARGETS_OF_NEXT_OUTPUT, FACTOR_TWO, FACTOR_HALF, SIGN_FLIPPED -> OUTPUT_DELTA;
      case OUTPUT_ACTIVATION_MISSING,
          PRE_ACTIVATION_AS_INPUT,
          FIRST_INPUT_EVERYWHERE,
          HIDDEN_BIAS_ZERO,
          HIDDEN_SIGN_ALTERNATING ->
          HIDDEN_LAYERS;
      case HIDDEN_SIGN_FLIPPED, FIRST_LAYER_SKIPPED -> THREE_LAYERS;
      case TARGETS_OF_NEXT_SAMPLE,
          COST_SUMMED_NOT_AVERAGED,
          COST_AVERAGED_OVER_OUTPUTS,
          PRODUCT_OF_MEANS,
          HIDDEN_DELTA_TRANSPOSED,
          WEIGHTS_LAST_SAMPLE,
          BIAS_MEAN_OF_SUM,
          BIAS_FIRST_SAMPLE,
          BIAS_LAST_SAMPLE,
          BIAS_TOTAL_BROADCAST,
          BIAS_SUMMED_OVER_NEURONS ->
          BATCHES;
      case UPDATED_WEIGHTS_PROPAGATED -> LEARNING;
      default -> ofItsFamily(mistake);
    };
  }

  private static int ofItsFamily(Mistake mistake) {
    return switch (mistake.family()) {
      case FORWARD -> ONE_NEURON;
      case COST, OUTPUT_DELTA -> OUTPUT_DELTA;
      case WEIGHT_GRADIENTS, BIAS_GRADIENTS -> GRADIENTS;
      case HIDDEN_DELTA, CONTROL -> HIDDEN_LAYERS;
      case SCALE -> BATCHES;
      case UPDATE -> LEARNING;
    };
  }
}
