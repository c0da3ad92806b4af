package backprop.parity.diagnosis.mistakes;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.sources.GradientSource;

/**
 * The textbook loops with mistakes: every switch of {@link Mistake} can be on, alone or with others.
 *
 * <p>With none on, every bit is that of the right loops. Steps 1 and 2 are in {@link
 * FaultyForwardPass}, 3 in {@link FaultyCost}, 4 in {@link FaultyOutputDelta}, 5 and 6 in {@link
 * FaultyGradients}, 7 in {@link FaultyHiddenDelta}, 8 in {@link FaultyUpdate}; {@link
 * FaultyBackwardPass} holds their order.
 */
public final class FaultyLoops implements GradientSource {
  private final FaultyProgram program;

  /** Loops that make the mistakes of this program. */
  public FaultyLoops(FaultyProgram program) {
    this.program = program;
  }

  @Override
  public String name() {
    return program.mistakes().isEmpty() ? "loops without a mistake" : program.name();
  }

  /** Whether such a program could answer the case at all: see {@link Applicability}. */
  public boolean applies(Case question) {
    Applicability applicability = new Applicability(question);
    return program.faults().stream().allMatch(applicability::allows);
  }

  /**
   * What a program with these mistakes answers, with every step.
   *
   * @throws IllegalArgumentException if a mistake does not apply to the shapes of the case
   */
  @Override
  public Result answer(Case question) {
    if (!applies(question)) {
      throw new IllegalArgumentException(
          "%s does not apply to the shapes of case %s".formatted(name(), question.name()));
    }
    Network network = question.network();
    int depth = network.depth();
    int samples = question.samples();
    FaultyForwardPass forward = new FaultyForwardPass(program, question);
    FaultyCost cost =
        new FaultyCost(
            program, network.cost(), network.reduction(), samples, forward.targets.length);
    FaultyUpdate update = new FaultyUpdate(program, question.learningRate(), samples);
    FaultyBackwardPass backward = new FaultyBackwardPass(program, network, forward, cost, update);

    Result.Builder result = Result.to(question);
    for (int l = 1; l <= depth; l++) {
      result.put(Quantity.PRE_ACTIVATIONS, l, forward.preActivations[l]);
      result.put(Quantity.ACTIVATIONS, l, forward.activations[l]);
      result.put(Quantity.DELTAS, l, backward.deltas[l]);
      result.put(Quantity.BIAS_GRADIENTS, l, Rows.column(backward.biasGradients[l]));
      result.put(Quantity.WEIGHT_GRADIENTS, l, backward.weightGradients[l]);
      if (question.learningRate().isPresent()) {
        Layer layer = network.layer(l);
        FaultyUpdate here = update.in(network, l);
        double[][] weights = here.weights(layer.weights(), backward.weightGradients[l]);
        double[] biases = here.biases(layer.biases(), backward.biasGradients[l]);
        result.put(Quantity.UPDATED_WEIGHTS, l, weights);
        result.put(Quantity.UPDATED_BIASES, l, Rows.column(biases));
      }
    }
    return result.cost(cost.cost(forward.activations[depth], forward.targets)).build();
  }
}
