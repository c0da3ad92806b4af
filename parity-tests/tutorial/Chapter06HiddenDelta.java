import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.Gradients;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.terms.NumberText;
import java.util.List;

/** Chapter 6: a hidden neuron's delta comes back from every neuron that listened to it. */
public final class Chapter06HiddenDelta {
  static final double[][] INPUTS = {{1.0}, {0.5}};
  static final double[][] TARGETS = {{1.0}, {0.0}};

  public static void main(String[] arguments) {
    Network network = WorkedExamples.named("hello").network();
    ForwardTrace trace = ForwardPass.trace(network, INPUTS, TARGETS);
    Gradients gradients = BackwardPass.gradients(network, trace, TARGETS);
    double[][] forwardWeights = network.layer(2).weights();
    double[][] forwardDelta = gradients.delta(2);

    for (int j = 0; j < 3; j++) {
      double sum = 0.0;
      for (int k = 0; k < 2; k++) {
        sum += forwardWeights[k][j] * forwardDelta[k][0];
        System.out.printf(
            "j = %d, k = %d  %4s * %-9s  sum %s%n",
            j,
            k,
            NumberText.brief(forwardWeights[k][j]),
            NumberText.brief(forwardDelta[k][0]),
            NumberText.brief(sum));
      }
    }
    System.out.println();

    double[][] wrong =
        BackwardPass.hiddenDelta(
            gradients.weightGradients(2), // where forwardWeights belong
            forwardDelta,
            network.layer(1).activation(),
            trace.preActivations(1));
    System.out.println("j   hidden delta  nudged bias  with gradients for weights");
    for (int j = 0; j < 3; j++) {
      System.out.printf(
          "%d   %-12s  %-11s  %s%n",
          j,
          NumberText.brief(gradients.delta(1)[j][0]),
          NumberText.brief(slopeOfTheCost(network, j)),
          NumberText.brief(wrong[j][0]));
    }
  }

  /** Chapter 1's ratio: the cost with bias j of the first layer a little larger. */
  static double slopeOfTheCost(Network network, int j) {
    double step = 1e-7;
    Layer first = network.layer(1);
    double[] biases = first.biases();
    biases[j] += step;
    Layer nudged = new Layer(first.activation(), first.weights(), biases);
    Network other =
        new Network(List.of(nudged, network.layer(2)), network.cost(), network.reduction());
    double before = ForwardPass.trace(network, INPUTS, TARGETS).cost();
    double after = ForwardPass.trace(other, INPUTS, TARGETS).cost();
    return (after - before) / (biases[j] - first.biases()[j]);
  }
}
