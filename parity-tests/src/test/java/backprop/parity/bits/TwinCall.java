package backprop.parity.bits;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.Cost;
import backprop.loops.ForwardPass;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.loops.optimisers.Adam;
import backprop.loops.optimisers.Moment;
import backprop.loops.optimisers.Momentum;
import backprop.loops.optimisers.PerParameter;
import backprop.loops.optimisers.Plain;
import backprop.parity.sources.MatrixSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * The same call in both twins, with the same arguments in the types of each.
 *
 * @param words what it is about, or the sentence that refuses it
 */
record TwinCall(String words, ThrowingCallable loops, ThrowingCallable matrix) {
  /** Three inputs, two outputs. */
  private static final Network NETWORK =
      new Network(List.of(layer(Activation.TANH, 2, 3)), Cost.SQUARED_ERROR, Reduction.MEAN);

  private static final backprop.matrix.Network MATRIX_NETWORK = MatrixSource.network(NETWORK);

  /** Both calls, one after the other. */
  List<ThrowingCallable> both() {
    return List.of(loops, matrix);
  }

  @Override
  public String toString() {
    return words;
  }

  /** A network of these layers. */
  static TwinCall network(String words, Layer... layers) {
    return new TwinCall(
        words,
        () -> new Network(List.of(layers), Cost.CROSS_ENTROPY, Reduction.SUM),
        () ->
            new backprop.matrix.Network(
                Stream.of(layers).map(TwinCall::matrix).toList(),
                backprop.matrix.Cost.CROSS_ENTROPY,
                backprop.matrix.Reduction.SUM));
  }

  /** A layer of zeros. */
  static Layer layer(Activation activation, int outputs, int inputs) {
    return new Layer(activation, new double[outputs][inputs], new double[outputs]);
  }

  /** A forward pass. */
  static TwinCall trace(String words, double[][] inputs, double[][] targets) {
    return new TwinCall(
        words,
        () -> ForwardPass.trace(NETWORK, inputs, targets),
        () -> backprop.matrix.ForwardPass.trace(MATRIX_NETWORK, matrix(inputs), matrix(targets)));
  }

  /** A backward pass after a forward pass of four samples. */
  static TwinCall gradients(String words, double[][] targets) {
    double[][] inputs = new double[3][4];
    double[][] fitting = new double[2][4];
    var trace = ForwardPass.trace(NETWORK, inputs, fitting);
    var matrixTrace =
        backprop.matrix.ForwardPass.trace(MATRIX_NETWORK, matrix(inputs), matrix(fitting));
    return new TwinCall(
        words,
        () -> BackwardPass.gradients(NETWORK, trace, targets),
        () -> backprop.matrix.BackwardPass.gradients(MATRIX_NETWORK, matrixTrace, matrix(targets)));
  }

  static TwinCall learningRate(String words, double rate) {
    return new TwinCall(
        words, () -> new Plain(rate), () -> new backprop.matrix.optimisers.Plain(rate));
  }

  static TwinCall momentum(String words, double rate, double momentum) {
    return new TwinCall(
        words,
        () -> Momentum.start(NETWORK, rate, momentum),
        () -> backprop.matrix.optimisers.Momentum.start(MATRIX_NETWORK, rate, momentum));
  }

  static TwinCall moment(String words, double decay, double power) {
    PerParameter mean = Moment.start(NETWORK, 0.9).mean();
    var matrixMean = backprop.matrix.optimisers.Moment.start(MATRIX_NETWORK, 0.9).mean();
    return new TwinCall(
        words,
        () -> new Moment(decay, power, mean),
        () -> new backprop.matrix.optimisers.Moment(decay, power, matrixMean));
  }

  static TwinCall adam(String words, double rate, double epsilon) {
    Moment moment = Moment.start(NETWORK, 0.9);
    var matrixMoment = backprop.matrix.optimisers.Moment.start(MATRIX_NETWORK, 0.9);
    return new TwinCall(
        words,
        () -> new Adam(rate, epsilon, moment, moment),
        () -> new backprop.matrix.optimisers.Adam(rate, epsilon, matrixMoment, matrixMoment));
  }

  /** Stored numbers of that many layers. */
  static TwinCall stored(String words, int layersOfWeights, int layersOfBiases) {
    double[][] weights = new double[2][1];
    return stored(
        words,
        Collections.nCopies(layersOfWeights, weights),
        Collections.nCopies(layersOfBiases, new double[2]));
  }

  /** Stored numbers. */
  static TwinCall stored(String words, List<double[][]> weights, List<double[]> biases) {
    List<RealMatrix> matrices = weights.stream().map(TwinCall::matrix).toList();
    List<RealMatrix> columns = biases.stream().<RealMatrix>map(Array2DRowRealMatrix::new).toList();
    return new TwinCall(
        words,
        () -> new PerParameter(weights, biases),
        () -> new backprop.matrix.optimisers.PerParameter(matrices, columns));
  }

  /** A step with the velocity of a network of these widths. */
  static TwinCall velocity(String words, int... widths) {
    Layer[] layers = new Layer[widths.length - 1];
    Arrays.setAll(layers, l -> layer(Activation.TANH, widths[l + 1], widths[l]));
    Network other = new Network(List.of(layers), Cost.SQUARED_ERROR, Reduction.MEAN);
    double[][] inputs = new double[3][4];
    double[][] targets = new double[2][4];
    return new TwinCall(
        words,
        () -> Training.loops(NETWORK, Momentum.start(other, 0.1, 0.9)).step(inputs, targets),
        () -> Training.matrix(NETWORK, Momentum.start(other, 0.1, 0.9)).step(inputs, targets));
  }

  private static backprop.matrix.Layer matrix(Layer layer) {
    return new backprop.matrix.Layer(
        backprop.matrix.Activation.valueOf(layer.activation().name()),
        matrix(layer.weights()),
        new Array2DRowRealMatrix(layer.biases()));
  }

  private static RealMatrix matrix(double[][] rows) {
    return new Array2DRowRealMatrix(rows);
  }
}
