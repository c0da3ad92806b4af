package backprop.matrix;

import static backprop.matrix.Matrices.map;
import static backprop.matrix.Matrices.ones;
import static backprop.matrix.Matrices.plainRows;

import org.apache.commons.math3.linear.RealMatrix;

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
  public static ForwardTrace trace(Network network, RealMatrix inputs, RealMatrix targets) {
    int depth = network.depth();
    int samples = inputs.getColumnDimension();
    Shape.requireSize("inputs", inputs, network.layer(1).inputs(), samples);
    Shape.requireSize("targets", targets, network.layer(depth).outputs(), samples);

    RealMatrix[] preActivations = new RealMatrix[depth + 1];
    RealMatrix[] activations = new RealMatrix[depth + 1];
    activations[0] = plainRows(inputs);
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
   * @param biases outputs × 1
   * @param activations of the layer before, inputs × samples
   * @return outputs × samples
   */
  public static RealMatrix preActivations(
      RealMatrix weights, // [j][i]
      RealMatrix biases, // [j]
      RealMatrix activations) {
    RealMatrix ones = ones(activations.getColumnDimension(), 1);
    RealMatrix weightedInputs = weights.multiply(activations);
    RealMatrix broadcastBiases = biases.multiply(ones.transpose());
    return weightedInputs.add(broadcastBiases);
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
  public static RealMatrix activations(
      Activation activation, // f
      RealMatrix preActivations) {
    if (activation == Activation.SOFTMAX) {
      return Softmax.activations(preActivations);
    }
    return map(preActivations, activation::value);
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
      RealMatrix activations, // [j][s]
      RealMatrix targets) {
    int outputs = targets.getRowDimension();
    int samples = targets.getColumnDimension();
    RealMatrix costs = map(activations, targets, cost::value);
    RealMatrix sampleCosts = ones(outputs, 1).transpose().multiply(costs);
    RealMatrix batchCost = sampleCosts.multiply(ones(samples, 1));
    return batchCost.getEntry(0, 0) * reduction.factor(samples, outputs);
  }
}
