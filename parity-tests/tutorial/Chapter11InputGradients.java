import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.Network;
import backprop.parity.explain.NamedMatrix;
import backprop.parity.model.Case;
import backprop.parity.sources.NumericalDerivative;
import backprop.parity.suites.WorkedExamples;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** Chapter 11: how the cost changes with the inputs. */
public final class Chapter11InputGradients {
  public static void main(String[] arguments) {
    Case hello = WorkedExamples.named("hello");
    Network network = hello.network();
    double[][] inputs = hello.inputs();
    double[][] targets = hello.targets();
    ForwardTrace trace = ForwardPass.trace(network, inputs, targets);
    double[][] weights = network.layer(1).weights();
    double[][] delta = BackwardPass.gradients(network, trace, targets).delta(1);
    double factor = network.reduction().factor(4, 2);

    double[][] inputGradients = new double[2][4];
    for (int i = 0; i < 2; i++) {
      for (int s = 0; s < 4; s++) {
        double sum = 0.0;
        for (int j = 0; j < weights.length; j++) {
          sum += weights[j][i] * delta[j][s];
        }
        inputGradients[i][s] = sum * factor;
      }
    }

    RealMatrix w = new Array2DRowRealMatrix(weights);
    RealMatrix d = new Array2DRowRealMatrix(delta);
    RealMatrix product = w.transpose().multiply(d).scalarMultiply(factor);

    double[][] nudged =
        NumericalDerivative.gradient(
            () -> ForwardPass.trace(network, inputs, targets).cost(), inputs);
    System.out.println(new NamedMatrix("W^T D", product.getData()));
    System.out.println(new NamedMatrix("nudge", nudged));
    boolean same = Arrays.deepEquals(inputGradients, product.getData());
    System.out.println("loop and product have the same bits: " + same);
  }
}
