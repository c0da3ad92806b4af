package backprop.matrix;

import static backprop.matrix.Matrices.hadamard;
import static backprop.matrix.Matrices.map;
import static backprop.matrix.Matrices.ones;

import org.apache.commons.math3.linear.RealMatrix;

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
  public static Gradients gradients(Network network, ForwardTrace trace, RealMatrix targets) {
    int depth = network.depth();
    RealMatrix outputs = trace.activations[depth];
    int samples = outputs.getColumnDimension();
    Shape.requireSize("targets", targets, outputs.getRowDimension(), samples);
    double factor = network.reduction().factor(samples, outputs.getRowDimension());
    RealMatrix[] deltas = new RealMatrix[depth + 1];
    RealMatrix[] biasGradients = new RealMatrix[depth + 1];
    RealMatrix[] weightGradients = new RealMatrix[depth + 1];
    for (int l = depth; l >= 1; l--) {
      Activation activation = network.layer(l).activation;
      RealMatrix preActivations = trace.preActivations[l];
      if (l == depth) {
        deltas[l] = outputDelta(network.cost(), activation, preActivations, outputs, targets);
      } else {
        RealMatrix forwardWeights = network.layer(l + 1).weights;
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
  public static RealMatrix outputDelta(
      Cost cost, // C
      Activation activation, // f
      RealMatrix preActivations, // [j][s]
      RealMatrix activations, // [j][s]
      RealMatrix targets) {
    if (activation == Activation.SOFTMAX) {
      return Softmax.outputDelta(cost, activations, targets);
    }
    if (cost.cancels(activation)) {
      return activations.subtract(targets);
    }
    RealMatrix costDerivatives = map(activations, targets, cost::derivative);
    RealMatrix derivatives = map(preActivations, activation::derivative);
    return hadamard(costDerivatives, derivatives);
  }

  /**
   * Step 5: bias gradients, the delta of each neuron times the bias's input, which is 1.
   * Terms: delta[j][s] * 1, summed over s, then times factor.
   * Matrix: Δ·1 factor; Δ carries j: [j][s] left, [s] right, so no T.
   *
   * @param delta outputs × samples
   * @param factor of the reduction
   * @return outputs × 1
   */
  public static RealMatrix biasGradients(
      RealMatrix delta, // [j][s]
      double factor) {
    RealMatrix ones = ones(delta.getColumnDimension(), 1);
    RealMatrix sums = delta.multiply(ones);
    return sums.scalarMultiply(factor);
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
  public static RealMatrix weightGradients(
      RealMatrix delta, // [j][s]
      RealMatrix activations, // [i][s]
      double factor) {
    RealMatrix sums = delta.multiply(activations.transpose());
    return sums.scalarMultiply(factor);
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
  public static RealMatrix hiddenDelta(
      RealMatrix forwardWeights, // [k][j]
      RealMatrix forwardDelta, // [k][s]
      Activation activation, // f of this layer
      RealMatrix preActivations) {
    RealMatrix sums = forwardWeights.transpose().multiply(forwardDelta);
    RealMatrix derivatives = map(preActivations, activation::derivative);
    return hadamard(sums, derivatives);
  }
}
