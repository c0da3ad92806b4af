package backprop.parity.diagnosis.mistakes;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.sources.GradientSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

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

    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (int l = 1; l <= depth; l++) {
      Map<Quantity, double[][]> steps = new EnumMap<>(Quantity.class);
      steps.put(Quantity.PRE_ACTIVATIONS, forward.preActivations[l]);
      steps.put(Quantity.ACTIVATIONS, forward.activations[l]);
      steps.put(Quantity.DELTAS, backward.deltas[l]);
      steps.put(Quantity.BIAS_GRADIENTS, Rows.column(backward.biasGradients[l]));
      steps.put(Quantity.WEIGHT_GRADIENTS, backward.weightGradients[l]);
      if (question.learningRate().isPresent()) {
        Layer layer = network.layer(l);
        FaultyUpdate here = update.in(network, l);
        double[][] weights = here.weights(layer.weights(), backward.weightGradients[l]);
        double[] biases = here.biases(layer.biases(), backward.biasGradients[l]);
        steps.put(Quantity.UPDATED_WEIGHTS, weights);
        steps.put(Quantity.UPDATED_BIASES, Rows.column(biases));
      }
      layers.add(steps);
    }
    double total = cost.cost(forward.activations[depth], forward.targets);
    return new Result(question.name(), OptionalDouble.of(total), layers);
  }
}
