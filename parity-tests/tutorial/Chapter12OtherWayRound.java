import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
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

/** Chapter 12: the same layer, with a row of weights for each sender. */
public final class Chapter12OtherWayRound {
  static final Case HELLO = WorkedExamples.named("hello");
  static final Layer LAST = HELLO.network().layer(2);

  public static void main(String[] arguments) {
    ForwardTrace trace = ForwardPass.trace(HELLO.network(), HELLO.inputs(), HELLO.targets());
    double[][] activations = trace.activations(1); // [i][s]
    double[][] delta = delta(trace); // [j][s]
    double factor = HELLO.network().reduction().factor(4, 2);
    double[][] weights = new double[3][2]; // [i][j]
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 2; j++) {
        weights[i][j] = LAST.weights()[j][i];
      }
    }

    RealMatrix w = new Array2DRowRealMatrix(weights);
    RealMatrix a = new Array2DRowRealMatrix(activations);
    RealMatrix d = new Array2DRowRealMatrix(delta);
    RealMatrix weightedInputs = w.transpose().multiply(a);
    RealMatrix weightGradients = a.multiply(d.transpose()).scalarMultiply(factor);
    RealMatrix activationGradients = w.multiply(d).scalarMultiply(factor);

    double[][] loops = ForwardPass.preActivations(LAST.weights(), new double[2], activations);
    boolean same = Arrays.deepEquals(loops, weightedInputs.getData());
    System.out.println("W^T A has the bits of the loops: " + same);
    System.out.println(new NamedMatrix("A D^T", weightGradients.getData()));
    System.out.println(
        new NamedMatrix(
            "nudge", NumericalDerivative.gradient(() -> cost(weights, activations), weights)));
    System.out.println(new NamedMatrix("F D", activationGradients.getData()));
    System.out.println(
        new NamedMatrix(
            "nudge", NumericalDerivative.gradient(() -> cost(weights, activations), activations)));
  }

  /** The cost from the last layer on: it has its weights, and the activations of the first. */
  static double cost(double[][] weights, double[][] activations) {
    double[][] receiving = new double[2][3];
    for (int j = 0; j < 2; j++) {
      for (int i = 0; i < 3; i++) {
        receiving[j][i] = weights[i][j];
      }
    }
    Layer layer = new Layer(LAST.activation(), receiving, LAST.biases());
    Network rest = new Network(List.of(layer), HELLO.network().cost(), HELLO.network().reduction());
    return ForwardPass.trace(rest, activations, HELLO.targets()).cost();
  }

  static double[][] delta(ForwardTrace trace) {
    return BackwardPass.gradients(HELLO.network(), trace, HELLO.targets()).delta(2);
  }
}
