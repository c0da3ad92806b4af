package backprop.matrix.optimisers;

import backprop.matrix.GradientDescent;
import backprop.matrix.Gradients;
import backprop.matrix.Layer;
import backprop.matrix.Matrices;
import backprop.matrix.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * One number for each weight and bias of a network: its gradients, or what is remembered of them.
 * Immutable.
 *
 * <p>A bias is the weight of an input that is always 1. So the biases of a layer are held as
 * weights of one column, and whatever is done to weights is done to them.
 */
public final class PerParameter {
  /** The weights of layer 1, its biases, the weights of layer 2, and so on. */
  private final List<RealMatrix> matrices;

  private PerParameter(List<RealMatrix> matrices) {
    this.matrices = List.copyOf(matrices);
  }

  /**
   * Copies numbers that were stored.
   *
   * @param weights for every layer, outputs × inputs
   * @param biases for every layer, outputs × 1
   * @throws IllegalArgumentException if a layer does not fit its biases
   */
  public PerParameter(List<RealMatrix> weights, List<RealMatrix> biases) {
    Require.layers(weights, biases);
    matrices = new ArrayList<>();
    for (int l = 1; l <= weights.size(); l++) {
      matrices.add(Matrices.plainRows(weights.get(l - 1)));
      matrices.add(Matrices.plainRows(biases.get(l - 1)));
    }
  }

  /** A 0 for every weight and bias. */
  static PerParameter zeros(Network network) {
    List<RealMatrix> zeros = new ArrayList<>();
    for (Layer layer : network.layers()) {
      zeros.add(new Array2DRowRealMatrix(layer.outputs(), layer.inputs()));
      zeros.add(new Array2DRowRealMatrix(layer.outputs(), 1));
    }
    return new PerParameter(zeros);
  }

  /** The gradient of every weight and bias. */
  static PerParameter gradients(Network network, Gradients gradients) {
    List<RealMatrix> matrices = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      matrices.add(gradients.weightGradients(l));
      matrices.add(gradients.biasGradients(l));
    }
    return new PerParameter(matrices);
  }

  /** The number of layers. */
  public int depth() {
    return matrices.size() / 2;
  }

  /** A copy of the numbers for layer l's weights, outputs × inputs; l from 1. */
  public RealMatrix weights(int l) {
    return matrices.get(2 * l - 2).copy();
  }

  /** A copy of the numbers for layer l's biases, one per output; l from 1. */
  public RealMatrix biases(int l) {
    return matrices.get(2 * l - 1).copy();
  }

  /** A function of these, matrix by matrix. */
  PerParameter each(UnaryOperator<RealMatrix> function) {
    return new PerParameter(matrices.stream().map(function).toList());
  }

  /** A function of these and others, matrix by matrix: first the weights, then the biases. */
  PerParameter with(PerParameter others, BinaryOperator<RealMatrix> function) {
    Require.sameShapes(matrices, others.matrices);
    List<RealMatrix> results = new ArrayList<>();
    for (int index = 0; index < matrices.size(); index++) {
      results.add(function.apply(matrices.get(index), others.matrices.get(index)));
    }
    return new PerParameter(results);
  }

  /** The network after step 8 with these for its gradients. */
  Network updatedNetwork(Network network, double learningRate) {
    List<Layer> layers = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      Layer layer = network.layer(l);
      RealMatrix weights =
          GradientDescent.updatedWeights(layer.weights(), weights(l), learningRate);
      RealMatrix biases = GradientDescent.updatedBiases(layer.biases(), biases(l), learningRate);
      layers.add(new Layer(layer.activation(), weights, biases));
    }
    return new Network(layers, network.cost(), network.reduction());
  }
}
