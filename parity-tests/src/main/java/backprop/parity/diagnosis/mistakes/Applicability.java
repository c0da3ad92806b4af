package backprop.parity.diagnosis.mistakes;

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
  private final Network network;
  private final int depth;
  private final int samples;

  /** Of the inputs, then of every layer. */
  private final int[] widths;

  Applicability(Case question) {
    network = question.network();
    depth = network.depth();
    samples = question.samples();
    widths = new int[depth + 1];
    widths[0] = network.layer(1).inputs();
    for (int l = 1; l <= depth; l++) {
      widths[l] = network.layer(l).outputs();
    }
  }

  boolean allows(Fault fault) {
    Scope scope = fault.scope();
    return IntStream.rangeClosed(1, depth)
        .filter(l -> scope.holds(network, l))
        .allMatch(l -> allows(fault.mistake(), fault.form(), l));
  }

  private boolean allows(Mistake mistake, int form, int l) {
    boolean last = l == depth;
    return switch (mistake) {
      case FORWARD_WEIGHTS_TRANSPOSED, WEIGHT_GRADIENTS_TRANSPOSED -> square(l);
      case WEIGHT_GRADIENTS_MIRRORED -> form < 3 || square(l);
      case DOT_PRODUCT_NOT_OUTER_PRODUCT ->
          switch (form) {
            case 0 -> square(l);
            case 1 -> widths[l] <= widths[l - 1];
            default -> widths[l - 1] <= widths[l];
          };
      case HIDDEN_DELTA_TRANSPOSED -> last || widths[l] == samples;
      case BIAS_SUMMED_OVER_NEURONS -> widths[l] == samples;
      case FIRST_INPUT_EVERYWHERE -> l == 1 || widths[l - 1] == widths[0];
      case LAST_LAYER_OVERWRITTEN -> depth == 1 || !last || square(depth);
      case WRONG_LAYER_WEIGHTS -> last || square(l) && square(l + 1);
      case DERIVATIVE_OF_NEXT_LAYER -> last || form == 2 || square(l + 1);
      case OUTPUT_ERROR_IN_EVERY_LAYER -> l >= depth - 1 || widths[l + 1] == widths[depth];
      default -> true;
    };
  }

  private boolean square(int l) {
    return widths[l] == widths[l - 1];
  }
}
