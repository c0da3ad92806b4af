package backprop.loops;

/**
 * One layer: its weights, its biases and its activation. Immutable.
 *
 * <p>Source: 「逆誤差伝播法 - バックプロパゲーション 書き始め」, section 最後のバイアスに対する損失関数の傾きを求める.
 */
public final class Layer {
  final Activation activation;
  final double[][] weights;
  final double[] biases;

  /**
   * Copies what it is given, so a later write cannot reach in.
   *
   * @param weights outputs × inputs, a row per receiving neuron
   * @param biases one per neuron
   * @throws IllegalArgumentException if weights is empty or ragged or does not fit the biases
   */
  public Layer(Activation activation, double[][] weights, double[] biases) {
    Shape.requireRectangle("weights", weights);
    int outputs = weights.length;
    Shape.require(biases.length == outputs, "expected %d biases, found %d", outputs, biases.length);
    this.activation = activation;
    this.weights = Shape.copy(weights);
    this.biases = biases.clone();
  }

  /** The activation f of every neuron of this layer. */
  public Activation activation() {
    return activation;
  }

  /** A copy of the weights, outputs × inputs. */
  public double[][] weights() {
    return Shape.copy(weights);
  }

  /** A copy of the biases, one per neuron. */
  public double[] biases() {
    return biases.clone();
  }

  /** The number of neurons of the layer before. */
  public int inputs() {
    return weights[0].length;
  }

  /** The number of neurons of this layer. */
  public int outputs() {
    return weights.length;
  }
}
