package backprop.loops;

/** From the inputs to the cost: steps 1 to 3. */
public final class ForwardPass {
  private ForwardPass() {}

  /**
   * Steps 1 and 2 through every layer, then step 3.
   *
   * @param inputs inputs × samples
   * @param targets outputs × samples
   * @return what every layer computed, and the cost
   * @throws IllegalArgumentException if inputs or targets do not fit the network or each other
   */
  public static ForwardTrace trace(Network network, double[][] inputs, double[][] targets) {
    Shape.requireRectangle("inputs", inputs);
    int samples = inputs[0].length;
    int depth = network.depth();
    Shape.requireSize("inputs", inputs, network.layer(1).inputs(), samples);
    Shape.requireSize("targets", targets, network.layer(depth).outputs(), samples);

    double[][][] preActivations = new double[depth + 1][][];
    double[][][] activations = new double[depth + 1][][];
    activations[0] = Shape.copy(inputs);
    for (int l = 1; l <= depth; l++) {
      Layer layer = network.layer(l);
      preActivations[l] = preActivations(layer.weights, layer.biases, activations[l - 1]);
      activations[l] = activations(layer.activation, preActivations[l]);
    }
    double cost = cost(network.cost(), network.reduction(), activations[depth], targets);
    return new ForwardTrace(preActivations, activations, cost);
  }

  /**
   * Step 1: pre-activations, what each neuron receives: weighted inputs, then its bias.
   * Terms: weights[j][i] * activations[i][s], summed over i, then + biases[j].
   * Matrix: W·A + b·1ᵀ; W carries j, A carries s: [j][i] left, [i][s] right, so no T.
   *
   * @param weights outputs × inputs
   * @param biases one per output
   * @param activations of the layer before, inputs × samples
   * @return outputs × samples
   */
  public static double[][] preActivations(
      double[][] weights, // [j][i]
      double[] biases, // [j]
      double[][] activations) {
    int samples = activations[0].length;
    double[][] preActivations = new double[weights.length][samples];
    for (int j = 0; j < weights.length; j++) {
      for (int s = 0; s < samples; s++) {
        double sum = 0.0;
        for (int i = 0; i < activations.length; i++) {
          sum += weights[j][i] * activations[i][s];
        }
        preActivations[j][s] = sum + biases[j];
      }
    }
    return preActivations;
  }

  /**
   * Step 2: activations, what each neuron makes of it.
   * Terms: f(preActivations[j][s]), no sum.
   * Matrix: f(Z), entry by entry; nothing is summed, so no T.
   *
   * @param activation f
   * @param preActivations outputs × samples
   * @return outputs × samples
   */
  public static double[][] activations(
      Activation activation, // f
      double[][] preActivations) {
    if (activation == Activation.SOFTMAX) {
      return Softmax.activations(preActivations);
    }
    int samples = preActivations[0].length;
    double[][] activations = new double[preActivations.length][samples];
    for (int j = 0; j < preActivations.length; j++) {
      for (int s = 0; s < samples; s++) {
        activations[j][s] = activation.value(preActivations[j][s]);
      }
    }
    return activations;
  }

  /**
   * Step 3: cost, how far the outputs are from the targets.
   * Terms: cost(activations[j][s], targets[j][s]), summed over j, then s, times factor.
   * Matrix: ((1ᵀ·C)·1) factor; C reads [j][s]: right over j, left over s, so no T on it.
   *
   * @param activations of the last layer, outputs × samples
   * @param targets outputs × samples
   * @return one number for the batch
   */
  public static double cost(
      Cost cost, // per output
      Reduction reduction, // gives the factor
      double[][] activations, // [j][s]
      double[][] targets) {
    double batchSum = 0.0;
    for (int s = 0; s < targets[0].length; s++) {
      double sum = 0.0;
      for (int j = 0; j < targets.length; j++) {
        sum += cost.value(activations[j][s], targets[j][s]);
      }
      batchSum += sum;
    }
    return batchSum * reduction.factor(targets[0].length, targets.length);
  }
}
