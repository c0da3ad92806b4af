import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.Cost;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.terms.NumberText;
import java.util.List;

/** Chapter 4: how the cost changes with each of the last pre-activations. */
public final class Chapter04OutputDelta {
  static final double[][] INPUTS = {{1.0}, {0.5}};
  static final double[][] TARGETS = {{1.0}, {0.0}};

  public static void main(String[] arguments) {
    for (Cost cost : new Cost[] {Cost.HALF_SQUARED_ERROR, Cost.BINARY_CROSS_ENTROPY}) {
      Network network = network(cost);
      ForwardTrace trace = ForwardPass.trace(network, INPUTS, TARGETS);
      double[][] preActivations = trace.preActivations(2);
      double[][] activations = trace.activations(2);
      double[][] delta =
          BackwardPass.outputDelta(cost, Activation.SIGMOID, preActivations, activations, TARGETS);

      System.out.println(cost);
      System.out.println("  j   a         a - t      f'(z)     delta      nudged bias");
      for (int j = 0; j < delta.length; j++) {
        System.out.printf(
            "  %d   %s  %-9s  %s  %-9s  %s%n",
            j,
            brief(activations[j][0]),
            brief(activations[j][0] - TARGETS[j][0]),
            brief(Activation.SIGMOID.derivative(preActivations[j][0])),
            brief(delta[j][0]),
            brief(slopeOfTheCost(network, j)));
      }
    }
  }

  /** Chapter 1's ratio: the cost with bias j of the last layer a little larger. */
  static double slopeOfTheCost(Network network, int j) {
    double step = 1e-7;
    Layer last = network.layer(2);
    double[] biases = last.biases();
    biases[j] += step;
    Layer nudged = new Layer(last.activation(), last.weights(), biases);
    Network other =
        new Network(List.of(network.layer(1), nudged), network.cost(), network.reduction());
    double before = ForwardPass.trace(network, INPUTS, TARGETS).cost();
    double after = ForwardPass.trace(other, INPUTS, TARGETS).cost();
    return (after - before) / (biases[j] - last.biases()[j]);
  }

  /** The built-in example hello, with another cost. */
  static Network network(Cost cost) {
    Network hello = WorkedExamples.named("hello").network();
    return new Network(hello.layers(), cost, hello.reduction());
  }

  static String brief(double number) {
    return NumberText.brief(number);
  }
}
