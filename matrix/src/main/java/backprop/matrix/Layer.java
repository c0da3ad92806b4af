package backprop.matrix;

import org.apache.commons.math3.linear.RealMatrix;

/**
 * One layer: its weights, its biases and its activation. Immutable.
 *
 * <p>Source: 「逆誤差伝播法 - バックプロパゲーション 書き始め」, section 最後のバイアスに対する損失関数の傾きを求める.
 */
public final class Layer {
  final Activation activation;
  final RealMatrix weights;
  final RealMatrix biases;

  /**
   * Copies what it is given, so a later write cannot reach in.
   *
   * @param weights outputs × inputs, a row per receiving neuron
   * @param biases outputs × 1
   * @throws IllegalArgumentException if the biases do not fit the weights
   */
  public Layer(Activation activation, RealMatrix weights, RealMatrix biases) {
    Shape.requireSize("biases", biases, weights.getRowDimension(), 1);
    this.activation = activation;
    this.weights = Matrices.plainRows(weights);
    this.biases = Matrices.plainRows(biases);
  }

  /** The activation f of every neuron of this layer. */
  public Activation activation() {
    return activation;
  }

  /** A copy of the weights, outputs × inputs. */
  public RealMatrix weights() {
    return weights.copy();
  }

  /** A copy of the biases, outputs × 1. */
  public RealMatrix biases() {
    return biases.copy();
  }

  /** The number of neurons of the layer before. */
  public int inputs() {
    return weights.getColumnDimension();
  }

  /** The number of neurons of this layer. */
  public int outputs() {
    return weights.getRowDimension();
  }
}
