package backprop.parity.bits;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.loops.Activation;
import backprop.loops.ForwardPass;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.optimisers.PerParameter;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both twins refuse the same arguments, with the same sentence, and take what is just in range. */
class TwinRefusalsTest {
  private static final double BELOW_ONE = StrictMath.nextDown(1.0);

  @ParameterizedTest
  @MethodSource({"networks", "samples", "settings", "memories"})
  void bothSayTheSame(TwinCall call) {
    call.both().forEach(twin -> requireRefusal(call.words(), twin));
  }

  @ParameterizedTest
  @MethodSource("edges")
  void bothTakeTheEdgeOfTheRange(TwinCall call) {
    call.both().forEach(twin -> assertThatCode(twin).doesNotThrowAnyException());
  }

  static Stream<TwinCall> networks() {
    return Stream.of(
        TwinCall.network("a network needs at least one layer"),
        TwinCall.network(
            "layer 2 expects 2 inputs per neuron, its weights have 3",
            TwinCall.layer(Activation.TANH, 2, 4),
            TwinCall.layer(Activation.SIGMOID, 1, 3)),
        TwinCall.network(
            "layer 1 is softmax, which only the last layer can be",
            TwinCall.layer(Activation.SOFTMAX, 2, 4),
            TwinCall.layer(Activation.SIGMOID, 1, 2)),
        TwinCall.network(
            "CROSS_ENTROPY needs sigmoid or softmax in the last layer, found RELU",
            TwinCall.layer(Activation.RELU, 2, 4)));
  }

  static Stream<TwinCall> samples() {
    return Stream.of(
        TwinCall.trace("inputs must be 3 × 4, found 2 × 4", new double[2][4], new double[2][4]),
        TwinCall.trace("targets must be 2 × 4, found 3 × 4", new double[3][4], new double[3][4]),
        TwinCall.trace("targets must be 2 × 4, found 2 × 3", new double[3][4], new double[2][3]),
        TwinCall.gradients("targets must be 2 × 4, found 1 × 4", new double[1][4]),
        TwinCall.gradients("targets must be 2 × 4, found 2 × 5", new double[2][5]));
  }

  static Stream<TwinCall> settings() {
    String rate = "learning rate must be a number from 0 up, found ";
    String momentum = "momentum must be from 0 to below 1, found ";
    String power = "power of the decay must be from 0 to 1, found ";
    String epsilon = "epsilon must be a number above 0, found ";
    return Stream.of(
        TwinCall.learningRate(rate + "-0.1", -0.1),
        TwinCall.learningRate(rate + "NaN", Double.NaN),
        TwinCall.learningRate(rate + "Infinity", Double.POSITIVE_INFINITY),
        TwinCall.momentum(rate + "-0.2", -0.2, 0.9),
        TwinCall.momentum(momentum + "1.0", 0.1, 1.0),
        TwinCall.momentum(momentum + "-0.5", 0.1, -0.5),
        TwinCall.moment("decay must be from 0 to below 1, found 1.0", 1.0, 1.0),
        TwinCall.moment(power + "1.5", 0.9, 1.5),
        TwinCall.moment(power + "-0.5", 0.9, -0.5),
        TwinCall.adam(rate + "-0.3", -0.3, 1e-8),
        TwinCall.adam(epsilon + "0.0", 0.1, 0.0),
        TwinCall.adam(epsilon + "Infinity", 0.1, Double.POSITIVE_INFINITY));
  }

  static Stream<TwinCall> memories() {
    String layers = "expected weights and biases of the same layers, found ";
    String rows = "layer 1: expected a row of weights for each of 2 biases";
    String shapes = "expected the gradients of a network of the same shapes as before";
    List<double[][]> threeRows = Collections.singletonList(new double[3][1]);
    return Stream.of(
        TwinCall.stored(layers + "0 and 0", 0, 0),
        TwinCall.stored(layers + "1 and 2", 1, 2),
        TwinCall.stored(layers + "2 and 1", 2, 1),
        TwinCall.stored(rows, threeRows, List.of(new double[2])),
        TwinCall.velocity(shapes, 3, 3),
        TwinCall.velocity(shapes, 2, 2),
        TwinCall.velocity(shapes, 3, 2, 2));
  }

  static Stream<TwinCall> edges() {
    return Stream.of(
        TwinCall.learningRate("a learning rate of 0", 0.0),
        TwinCall.momentum("no momentum", 0.1, 0.0),
        TwinCall.momentum("nearly all momentum", 0.1, BELOW_ONE),
        TwinCall.moment("no decay", 0.0, 1.0),
        TwinCall.moment("a power that has become 0", 0.9, 0.0),
        TwinCall.adam("the smallest epsilon", 0.1, Double.MIN_VALUE),
        TwinCall.stored("numbers of two layers", 2, 2),
        TwinCall.network("softmax comes last", TwinCall.layer(Activation.SOFTMAX, 2, 4)),
        TwinCall.network("sigmoid comes last", TwinCall.layer(Activation.SIGMOID, 1, 1)));
  }

  @Test
  void theLoopsRefuseRowsThatNoMatrixCanHave() {
    double[][] ragged = {{1.0, 2.0}, {3.0}};
    String rows = "layer 1: expected a row of weights for each of %d biases";
    requireRefusal("weights row 1 has 1, row 0 has 2", () -> layer(ragged, 2));
    requireRefusal("weights must not be empty", () -> layer(new double[0][], 0));
    requireRefusal("weights must not be empty", () -> layer(new double[2][0], 2));
    requireRefusal("expected 2 biases, found 3", () -> layer(new double[2][1], 3));
    requireRefusal("inputs must not be empty", () -> trace(new double[0][], ragged));
    requireRefusal("targets row 1 has 1, row 0 has 2", () -> trace(new double[1][2], ragged));
    requireRefusal("layer 1: rows of weights differ in length", () -> stored(ragged, 2));
    requireRefusal(rows.formatted(0), () -> stored(new double[0][], 0));
    requireRefusal(rows.formatted(2), () -> stored(new double[2][0], 2));
  }

  @Test
  void theMatricesRefuseBiasesThatAreNoColumn() {
    RealMatrix weights = new Array2DRowRealMatrix(2, 3);
    RealMatrix wide = new Array2DRowRealMatrix(2, 2);
    var tanh = backprop.matrix.Activation.TANH;
    requireRefusal(
        "biases must be 2 × 1, found 2 × 2", () -> new backprop.matrix.Layer(tanh, weights, wide));
    requireRefusal(
        "layer 1: expected a row of weights for each of 2 biases",
        () -> new backprop.matrix.optimisers.PerParameter(List.of(weights), List.of(wide)));
  }

  @Test
  void softmaxHasNeitherValueNorSlopeForOneNumber() {
    var loops = Activation.SOFTMAX;
    var matrix = backprop.matrix.Activation.SOFTMAX;
    requireUnsupported("softmax needs a whole sample", () -> loops.value(1.0));
    requireUnsupported("softmax needs a whole sample", () -> matrix.value(1.0));
    requireUnsupported("softmax has a Jacobian", () -> loops.derivative(1.0));
    requireUnsupported("softmax has a Jacobian", () -> matrix.derivative(1.0));
  }

  private static Layer layer(double[][] weights, int biases) {
    return new Layer(Activation.TANH, weights, new double[biases]);
  }

  private static void trace(double[][] inputs, double[][] targets) {
    Layer layer = layer(new double[2][1], 2);
    var network =
        new Network(
            List.of(layer), backprop.loops.Cost.SQUARED_ERROR, backprop.loops.Reduction.SUM);
    ForwardPass.trace(network, inputs, targets);
  }

  private static void stored(double[][] weights, int biases) {
    new PerParameter(Collections.singletonList(weights), List.of(new double[biases]));
  }

  private static void requireRefusal(String sentence, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
  }

  private static void requireUnsupported(String sentence, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(UnsupportedOperationException.class).hasMessage(sentence);
  }
}
