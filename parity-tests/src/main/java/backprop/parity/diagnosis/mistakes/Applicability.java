package backprop.parity.diagnosis.mistakes;

import backprop.loops.Activation;
import backprop.loops.Network;
import backprop.parity.model.Case;
import java.util.stream.IntStream;

/**
 * Which mistakes can be made on a case at all.
 *
 * <p>Some put one matrix in the place of another. Where the shapes do not fit, a program with such a
 * mistake stops with an error or answers another shape, so there are no numbers to compare.
 */
final class Applicability {
  private final int depth;
  private final int samples;
  private final Activation output;

  /** Of the inputs, then of every layer. */
  private final int[] widths;

  Applicability(Case question) {
    Network network = question.network();
    depth = network.depth();
    samples = question.samples();
    output = network.layer(depth).activation();
    widths = new int[depth + 1];
    widths[0] = network.layer(1).inputs();
    for (int l = 1; l <= depth; l++) {
      widths[l] = network.layer(l).outputs();
    }
  }

  boolean allows(Mistake mistake) {
    return switch (mistake) {
      case FORWARD_WEIGHTS_TRANSPOSED, WEIGHT_GRADIENTS_TRANSPOSED ->
          layers(1).allMatch(this::square);
      case WRONG_LAYER_WEIGHTS ->
          layers(2).allMatch(l -> square(l) && widths[l - 2] == widths[l - 1]);
      case DERIVATIVE_OF_NEXT_LAYER -> layers(2).allMatch(this::square);
      case OUTPUT_ERROR_IN_EVERY_LAYER -> layers(3).allMatch(l -> widths[l - 1] == widths[depth]);
      case FIRST_INPUT_EVERYWHERE -> layers(2).allMatch(l -> widths[l - 1] == widths[0]);
      case LAST_LAYER_OVERWRITTEN -> depth == 1 || square(depth);
      case BIAS_SUMMED_OVER_NEURONS -> layers(1).allMatch(l -> widths[l] == samples);
      case COST_OF_ANOTHER_KIND -> output == Activation.SIGMOID || output == Activation.SOFTMAX;
      default -> true;
    };
  }

  private IntStream layers(int first) {
    return IntStream.rangeClosed(first, depth);
  }

  private boolean square(int l) {
    return widths[l] == widths[l - 1];
  }
}
