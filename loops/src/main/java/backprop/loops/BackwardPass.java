package backprop.loops;

/**
 * From the cost back to every bias and weight: steps 4 to 7.
 *
 * <p>Source: 「逆誤差伝播法 - バックプロパゲーション 書き始め」; its bias gradient is the delta of one sample.
 */
public final class BackwardPass {
  private BackwardPass() {}

  /**
   * Step 4 in the last layer, step 7 in those before it, steps 5 and 6 in every layer.
   *
   * @param trace of the same network's forward pass
   * @param targets outputs × samples
   * @throws IllegalArgumentException if the targets do not fit
   */
  public static Gradients gradients(Network network, ForwardTrace trace, double[][] targets) {
    int depth = network.depth();
    double[][] outputs = trace.activations[depth];
    Shape.requireSize("targets", targets, outputs.length, outputs[0].length);
    double factor = network.reduction().factor(outputs[0].length, outputs.length);
    double[][][] deltas = new double[depth + 1][][];
    double[][] biasGradients = new double[depth + 1][];
    double[][][] weightGradients = new double[depth + 1][][];
    for (int l = depth; l >= 1; l--) {
      Activation activation = network.layer(l).activation;
      double[][] preActivations = trace.preActivations[l];
      if (l == depth) {
        deltas[l] = outputDelta(network.cost(), activation, preActivations, outputs, targets);
      } else {
        double[][] forwardWeights = network.layer(l + 1).weights;
        deltas[l] = hiddenDelta(forwardWeights, deltas[l + 1], activation, preActivations);
      }
      biasGradients[l] = biasGradients(deltas[l], factor);
      weightGradients[l] = weightGradients(deltas[l], trace.activations[l - 1], factor);
    }
    return new Gradients(deltas, biasGradients, weightGradients);
  }

  /**
   * Step 4: output delta, how the cost changes with the last pre-activations.
   * Terms: ∂cost/∂activations[j][s] * f′(preActivations[j][s]); a - t where f′ cancels.
   * Matrix: ∂C/∂A ∘ f′(Z); nothing is summed, so no T.
   *
   * @return outputs × samples, as all it is given
   */
  public static double[][] outputDelta(
      Cost cost, // C
      Activation activation, // f
      double[][] preActivations, // [j][s]
      double[][] activations, // [j][s]
      double[][] targets) {
    if (activation == Activation.SOFTMAX) {
      return Softmax.outputDelta(cost, activations, targets);
    }
    double[][] delta = new double[targets.length][targets[0].length];
    for (int j = 0; j < targets.length; j++) {
      for (int s = 0; s < targets[0].length; s++) {
        delta[j][s] =
            cost.cancels(activation)
                ? activations[j][s] - targets[j][s]
                : cost.derivative(activations[j][s], targets[j][s])
                    * activation.derivative(preActivations[j][s]);
      }
    }
    return delta;
  }

  /**
   * Step 5: bias gradients, the delta of each neuron times the bias's input, which is 1.
   * Terms: delta[j][s] * 1, summed over s, then times factor.
   * Matrix: Δ·1 factor; Δ carries j: [j][s] left, [s] right, so no T.
   *
   * @param delta outputs × samples
   * @param factor of the reduction
   * @return one per output
   */
  public static double[] biasGradients(
      double[][] delta, // [j][s]
      double factor) {
    double[] biasGradients = new double[delta.length];
    for (int j = 0; j < delta.length; j++) {
      double sum = 0.0;
      for (int s = 0; s < delta[0].length; s++) {
        sum += delta[j][s] * 1.0;
      }
      biasGradients[j] = sum * factor;
    }
    return biasGradients;
  }

  /**
   * Step 6: weight gradients, the delta of each neuron times the weight's input.
   * Terms: delta[j][s] * activations[i][s], summed over s, then times factor.
   * Matrix: Δ·Aᵀ factor; A carries i: right must read [s][i], A reads [i][s], so T.
   *
   * @param delta outputs × samples
   * @param activations of the layer before, inputs × samples
   * @param factor of the reduction
   * @return outputs × inputs
   */
  public static double[][] weightGradients(
      double[][] delta, // [j][s]
      double[][] activations, // [i][s]
      double factor) {
    double[][] weightGradients = new double[delta.length][activations.length];
    for (int j = 0; j < delta.length; j++) {
      for (int i = 0; i < activations.length; i++) {
        double sum = 0.0;
        for (int s = 0; s < delta[0].length; s++) {
          sum += delta[j][s] * activations[i][s];
        }
        weightGradients[j][i] = sum * factor;
      }
    }
    return weightGradients;
  }

  /**
   * Step 7: hidden delta, each forward neuron's delta comes back through its weight.
   * Terms: forwardWeights[k][j] * forwardDelta[k][s], summed over k, then times f′(z).
   * Matrix: (Fᵀ·Δ) ∘ f′(Z); F carries j: left must read [j][k], F reads [k][j], so T.
   *
   * @param forwardWeights of the next layer, its outputs × outputs
   * @param forwardDelta of the next layer, its outputs × samples
   * @param preActivations outputs × samples
   * @return outputs × samples
   */
  public static double[][] hiddenDelta(
      double[][] forwardWeights, // [k][j]
      double[][] forwardDelta, // [k][s]
      Activation activation, // f of this layer
      double[][] preActivations) {
    int samples = preActivations[0].length;
    double[][] delta = new double[preActivations.length][samples];
    for (int j = 0; j < preActivations.length; j++) {
      for (int s = 0; s < samples; s++) {
        double sum = 0.0;
        for (int k = 0; k < forwardWeights.length; k++) {
          sum += forwardWeights[k][j] * forwardDelta[k][s];
        }
        delta[j][s] = sum * activation.derivative(preActivations[j][s]);
      }
    }
    return delta;
  }
}
