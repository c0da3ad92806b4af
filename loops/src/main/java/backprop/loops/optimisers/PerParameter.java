package backprop.loops.optimisers;

import backprop.loops.GradientDescent;
import backprop.loops.Gradients;
import backprop.loops.Layer;
import backprop.loops.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * One number for each weight and bias of a network: its gradients, or what is remembered of them.
 * Immutable.
 *
 * <p>A bias is the weight of an input that is always 1. So the biases of a layer are held as
 * weights of one column, and whatever is done to weights is done to them.
 */
public final class PerParameter {
  /** The weights of layer 1, its biases, the weights of layer 2, and so on. */
  private final List<double[][]> matrices;

  private PerParameter(List<double[][]> matrices) {
    this.matrices = List.copyOf(matrices);
  }

  /**
   * Copies numbers that were stored.
   *
   * @param weights for every layer, outputs × inputs
   * @param biases for every layer, one per output
   * @throws IllegalArgumentException if a layer is empty, ragged or does not fit its biases
   */
  public PerParameter(List<double[][]> weights, List<double[]> biases) {
    Require.layers(weights, biases);
    matrices = new ArrayList<>();
    for (int l = 1; l <= weights.size(); l++) {
      matrices.add(copy(weights.get(l - 1)));
      matrices.add(column(biases.get(l - 1)));
    }
  }

  /** A 0 for every weight and bias. */
  static PerParameter zeros(Network network) {
    List<double[][]> zeros = new ArrayList<>();
    for (Layer layer : network.layers()) {
      zeros.add(new double[layer.outputs()][layer.inputs()]);
      zeros.add(new double[layer.outputs()][1]);
    }
    return new PerParameter(zeros);
  }

  /** The gradient of every weight and bias. */
  static PerParameter gradients(Network network, Gradients gradients) {
    List<double[][]> matrices = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      matrices.add(gradients.weightGradients(l));
      matrices.add(column(gradients.biasGradients(l)));
    }
    return new PerParameter(matrices);
  }

  /** The number of layers. */
  public int depth() {
    return matrices.size() / 2;
  }

  /** A copy of the numbers for layer l's weights, outputs × inputs; l from 1. */
  public double[][] weights(int l) {
    return copy(matrices.get(2 * l - 2));
  }

  /** A copy of the numbers for layer l's biases, one per output; l from 1. */
  public double[] biases(int l) {
    return vector(matrices.get(2 * l - 1));
  }

  /** A function of these, matrix by matrix. */
  PerParameter each(UnaryOperator<double[][]> function) {
    return new PerParameter(matrices.stream().map(function).toList());
  }

  /** A function of these and others, matrix by matrix: first the weights, then the biases. */
  PerParameter with(PerParameter others, BinaryOperator<double[][]> function) {
    Require.sameShapes(matrices, others.matrices);
    List<double[][]> results = new ArrayList<>();
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
      double[][] weights =
          GradientDescent.updatedWeights(layer.weights(), weights(l), learningRate);
      double[] biases = GradientDescent.updatedBiases(layer.biases(), biases(l), learningRate);
      layers.add(new Layer(layer.activation(), weights, biases));
    }
    return new Network(layers, network.cost(), network.reduction());
  }

  private static double[][] copy(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int j = 0; j < matrix.length; j++) {
      copy[j] = matrix[j].clone();
    }
    return copy;
  }

  private static double[][] column(double[] biases) {
    double[][] column = new double[biases.length][1];
    for (int j = 0; j < biases.length; j++) {
      column[j][0] = biases[j];
    }
    return column;
  }

  private static double[] vector(double[][] column) {
    double[] biases = new double[column.length];
    for (int j = 0; j < column.length; j++) {
      biases[j] = column[j][0];
    }
    return biases;
  }
}
