package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.Mistake.*;

import backprop.loops.Activation;
import backprop.loops.Network;

/** Steps 4 to 7 in their order; which matrix goes where is what the mistakes of this file change. */
final class FaultyBackwardPass {
  /** As the loops hold them: indexed by layer, entry 0 is empty. */
  final double[][][] deltas;

  final double[][] biasGradients;
  final double[][][] weightGradients;

  /** What the next layer hands back: its delta, if nothing is wrong. */
  private final double[][][] handedBack;

  private final FaultyProgram whole;

  /** What is wrong in the layer at hand. */
  private FaultyProgram program;

  private final Network network;
  private final FaultyForwardPass forward;
  private final FaultyUpdate update;
  private final FaultyCost cost;
  private final int depth;

  FaultyBackwardPass(
      FaultyProgram whole,
      Network network,
      FaultyForwardPass forward,
      FaultyCost cost,
      FaultyUpdate update) {
    this.network = network;
    this.forward = forward;
    this.update = update;
    this.cost = cost;
    this.whole = whole;
    this.depth = network.depth();
    this.deltas = new double[depth + 1][][];
    this.biasGradients = new double[depth + 1][];
    this.weightGradients = new double[depth + 1][][];
    this.handedBack = new double[depth + 1][][];
    for (int l = depth; l >= 1; l--) {
      program = whole.in(network, l);
      if (l == depth) {
        startAtTheOutputs();
      } else {
        goBackTo(l);
      }
      if (l == 1 && program.has(FIRST_LAYER_SKIPPED)) {
        deltas[l] = new double[deltas[l].length][deltas[l][0].length];
      }
      FaultyGradients gradients = new FaultyGradients(program, cost, deltas[l], scaledInputsOf(l));
      biasGradients[l] = gradients.biasGradients(l == depth);
      weightGradients[l] = gradients.weightGradients();
    }
  }

  /** Step 4. */
  private void startAtTheOutputs() {
    Activation activation = network.layer(depth).activation();
    FaultyOutputDelta output =
        new FaultyOutputDelta(program, network.cost(), activation, forward, cost);
    deltas[depth] = output.delta();
    handedBack[depth] =
        program.has(DERIVATIVE_NOT_CARRIED_BACK) ? output.errorWithoutDerivative() : deltas[depth];
    if (program.has(LAST_LAYER_OVERWRITTEN) && depth > 1) {
      // Step 7 where step 4 has been: through the layer's own weights.
      double[][] ownWeights = network.layer(depth).weights();
      FaultyHiddenDelta step = new FaultyHiddenDelta(program);
      double[][] place = forward.preActivations[depth];
      double[][] propagated = step.propagated(ownWeights, handedBack[depth], place.length);
      deltas[depth] = overwritten(step, propagated, place);
      handedBack[depth] = deltas[depth];
    }
  }

  /** With the hidden layers' f′, or with that of the last layer. */
  private double[][] overwritten(FaultyHiddenDelta step, double[][] propagated, double[][] place) {
    double[][] activations = forward.activations[depth];
    Activation own = network.layer(depth).activation();
    if (own == Activation.SOFTMAX && program.has(LAST_LAYER_OVERWRITTEN, 1)) {
      return SoftmaxJacobian.times(activations, propagated);
    }
    if (own == Activation.SOFTMAX && program.has(LAST_LAYER_OVERWRITTEN, 2)) {
      return SoftmaxJacobian.ofDiagonal(activations, propagated);
    }
    boolean ofHidden = program.has(LAST_LAYER_OVERWRITTEN, 0);
    Activation activation = ofHidden ? network.layer(depth - 1).activation() : own;
    return step.delta(propagated, activation, place, activations, place.length);
  }

  /** Step 7. */
  private void goBackTo(int l) {
    FaultyHiddenDelta step = new FaultyHiddenDelta(program);
    int neurons = network.layer(l).outputs();
    int forwardNeurons = network.layer(l + 1).outputs();
    double[][] propagated = step.propagated(forwardWeights(l), forwardDelta(l), neurons);
    boolean flipped = program.has(HIDDEN_SIGN_FLIPPED) && l == depth - 1;
    if (flipped || program.has(HIDDEN_SIGN_ALTERNATING)) {
      for (double[] row : propagated) {
        for (int s = 0; s < row.length; s++) {
          row[s] = -row[s];
        }
      }
    }
    boolean nextKind = program.form(DERIVATIVE_OF_NEXT_LAYER) > 0;
    Activation activation = network.layer(nextKind ? l + 1 : l).activation();
    boolean nextValues = program.has(DERIVATIVE_OF_NEXT_LAYER, 1);
    double[][] activations = forward.activations[nextValues ? l + 1 : l];
    deltas[l] = step.delta(propagated, activation, place(l), activations, forwardNeurons);
    handedBack[l] = program.has(DERIVATIVE_NOT_CARRIED_BACK) ? propagated : deltas[l];
    if (program.has(NODE_VISITED_TWICE, 0) || program.has(NODE_VISITED_TWICE, 4) && l == 2) {
      handedBack[l] = FaultyOutputDelta.times(2.0, deltas[l]);
    }
  }

  /** Right: the weights of the next layer. */
  private double[][] forwardWeights(int l) {
    if (program.has(WRONG_LAYER_WEIGHTS)) {
      return network.layer(l).weights();
    }
    if (program.has(WEIGHT_GRADIENTS_PROPAGATED)) {
      return weightGradients[l + 1];
    }
    double[][] forwardWeights = network.layer(l + 1).weights();
    if (whole.in(network, l + 1).form(PRE_ACTIVATION_AVERAGED) >= 2) {
      return FaultyOutputDelta.times(1.0 / forwardWeights[0].length, forwardWeights);
    }
    return program.has(UPDATED_WEIGHTS_PROPAGATED)
        ? update.in(network, l + 1).weightsIfUpdated(forwardWeights, weightGradients[l + 1])
        : forwardWeights;
  }

  /** Right: the delta of the next layer. */
  private double[][] forwardDelta(int l) {
    return program.has(OUTPUT_ERROR_IN_EVERY_LAYER) ? handedBack[depth] : handedBack[l + 1];
  }

  /** Where f′ is taken; right: at this layer's z. */
  private double[][] place(int l) {
    if (program.has(DERIVATIVE_OF_NEXT_LAYER, 0)) {
      return forward.preActivations[l + 1];
    }
    return program.has(HIDDEN_DERIVATIVE_AT_ACTIVATION)
        ? forward.activations[l]
        : forward.preActivations[l];
  }

  /** What the weights of layer l were multiplied by; right: what it was given. */
  private double[][] scaledInputsOf(int l) {
    double[][] inputs = inputsOf(l);
    boolean averaged = program.form(PRE_ACTIVATION_AVERAGED) >= 2;
    return averaged ? FaultyOutputDelta.times(1.0 / inputs.length, inputs) : inputs;
  }

  /** What layer l was given; right: the activations of the layer before. */
  private double[][] inputsOf(int l) {
    if (program.has(FIRST_INPUT_EVERYWHERE)) {
      return forward.activations[0];
    }
    boolean preActivation = program.has(PRE_ACTIVATION_AS_INPUT) && l > 1;
    return preActivation ? forward.preActivations[l - 1] : forward.activations[l - 1];
  }
}
