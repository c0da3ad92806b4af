import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.Network;
import backprop.parity.explain.NamedMatrix;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.terms.NumberText;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** Chapter 5: a weight's gradient is the bias gradient times the weight's input. */
public final class Chapter05Gradients {
  public static void main(String[] arguments) {
    Network network = WorkedExamples.named("hello").network();
    double[][] inputs = {{1.0}, {0.5}};
    double[][] targets = {{1.0}, {0.0}};
    ForwardTrace trace = ForwardPass.trace(network, inputs, targets);
    double[][] activations = trace.activations(1);
    double[][] delta = BackwardPass.gradients(network, trace, targets).delta(2);

    double[] biasGradients = BackwardPass.biasGradients(delta, 1.0);
    double[][] weightGradients = BackwardPass.weightGradients(delta, activations, 1.0);

    RealMatrix left = new Array2DRowRealMatrix(delta);
    RealMatrix right = new Array2DRowRealMatrix(activations).transpose();
    RealMatrix product = left.multiply(right);

    System.out.println(new NamedMatrix("delta", delta));
    System.out.println(new NamedMatrix("A^T", right.getData()));
    System.out.println(new NamedMatrix("=", product.getData()));
    boolean same = Arrays.deepEquals(weightGradients, product.getData());
    System.out.println("loops and matrix have the same bits: " + same);
    System.out.println();

    System.out.println("column by column, as the article lists them");
    for (int i = 0; i < activations.length; i++) {
      for (int j = 0; j < delta.length; j++) {
        System.out.printf(
            "bias gradient %d * input %d = %s * %s = %s%n",
            j,
            i,
            NumberText.brief(biasGradients[j]),
            NumberText.brief(activations[i][0]),
            NumberText.brief(weightGradients[j][i]));
      }
    }
  }
}
