import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.Gradients;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.explain.NamedMatrix;
import backprop.parity.model.Case;
import backprop.parity.sources.NumericalDerivative;
import backprop.parity.suites.WorkedExamples;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** Chapter 13: a bias is a weight whose input is always 1. */
public final class Chapter13BiasAsInput {
  static final Case HELLO = WorkedExamples.named("hello");

  public static void main(String[] arguments) {
    ForwardTrace trace = ForwardPass.trace(HELLO.network(), HELLO.inputs(), HELLO.targets());
    Gradients gradients = BackwardPass.gradients(HELLO.network(), trace, HELLO.targets());
    Layer layer = HELLO.network().layer(2);
    double factor = HELLO.network().reduction().factor(4, 2);

    RealMatrix weights = new Array2DRowRealMatrix(2, 4);
    weights.setSubMatrix(layer.weights(), 0, 0);
    weights.setColumn(3, layer.biases());
    RealMatrix activations = new Array2DRowRealMatrix(4, 4);
    activations.setSubMatrix(trace.activations(1), 0, 0);
    activations.setRow(3, new double[] {1.0, 1.0, 1.0, 1.0});
    RealMatrix delta = new Array2DRowRealMatrix(gradients.delta(2));

    RealMatrix preActivations = weights.multiply(activations);
    RealMatrix weightGradients = delta.multiply(activations.transpose()).scalarMultiply(factor);
    RealMatrix back = weights.transpose().multiply(delta).scalarMultiply(factor);

    System.out.println(new NamedMatrix("W b", weights.getData()));
    System.out.println(new NamedMatrix("A 1", activations.getData()));
    System.out.println(new NamedMatrix("D (A 1)^T", weightGradients.getData()));
    double[][] weightsAndBiases = weights.getData();
    System.out.println(
        new NamedMatrix(
            "nudge    ",
            NumericalDerivative.gradient(() -> cost(weightsAndBiases), weightsAndBiases)));
    System.out.println(new NamedMatrix("(W b)^T D", back.getData()));
    boolean same = Arrays.deepEquals(trace.preActivations(2), preActivations.getData());
    System.out.println("step 1 has the bits of step 1 with its bias added last: " + same);
    double[] lastColumn = weightGradients.getColumn(3);
    same = Arrays.equals(gradients.biasGradients(2), lastColumn);
    System.out.println("the last column has the bits of the bias gradients: " + same);
  }

  /** The cost of hello with these weights in its last layer, whose last column are the biases. */
  static double cost(double[][] weightsAndBiases) {
    Network hello = HELLO.network();
    double[][] weights = new double[2][];
    double[] biases = new double[2];
    for (int j = 0; j < 2; j++) {
      weights[j] = Arrays.copyOf(weightsAndBiases[j], 3);
      biases[j] = weightsAndBiases[j][3];
    }
    Layer last = new Layer(hello.layer(2).activation(), weights, biases);
    Network nudged = new Network(List.of(hello.layer(1), last), hello.cost(), hello.reduction());
    return ForwardPass.trace(nudged, HELLO.inputs(), HELLO.targets()).cost();
  }
}
