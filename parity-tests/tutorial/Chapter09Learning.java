import backprop.parity.model.Case;
import backprop.parity.sources.MatrixSource;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.terms.NumberText;
import java.util.Arrays;
import java.util.Set;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** Chapter 9: step against the gradient, again and again, and the network learns. */
public final class Chapter09Learning {
  static final Set<Integer> SHOWN = Set.of(0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000);

  public static void main(String[] arguments) {
    Case pictures = WorkedExamples.named("circles-and-crosses");
    backprop.loops.Network loops = withLoops(pictures, 1000);
    backprop.matrix.Network matrix = withMatrices(pictures, 1000);
    for (int l = 1; l <= 2; l++) {
      boolean same =
          Arrays.deepEquals(loops.layer(l).weights(), matrix.layer(l).weights().getData());
      System.out.println("layer " + l + ", the same bits in both twins: " + same);
    }
  }

  static backprop.loops.Network withLoops(Case pictures, int steps) {
    backprop.loops.Network network = pictures.network();
    for (int step = 0; step <= steps; step++) {
      backprop.loops.ForwardTrace trace =
          backprop.loops.ForwardPass.trace(network, pictures.inputs(), pictures.targets());
      if (SHOWN.contains(step)) {
        System.out.printf("step %-4d  cost %s%n", step, NumberText.brief(trace.cost()));
      }
      if (step == steps) {
        show(trace.activations(2));
      } else {
        backprop.loops.Gradients gradients =
            backprop.loops.BackwardPass.gradients(network, trace, pictures.targets());
        network = backprop.loops.GradientDescent.updatedNetwork(network, gradients, 0.5);
      }
    }
    return network;
  }

  static void show(double[][] outputs) {
    for (int s = 0; s < outputs[0].length; s++) {
      String circle = NumberText.rounded(outputs[0][s], 4);
      String cross = NumberText.rounded(outputs[1][s], 4);
      System.out.printf("picture %d  circle %-9s cross %s%n", s, circle, cross);
    }
  }

  static backprop.matrix.Network withMatrices(Case pictures, int steps) {
    backprop.matrix.Network network = MatrixSource.network(pictures.network());
    RealMatrix inputs = new Array2DRowRealMatrix(pictures.inputs());
    RealMatrix targets = new Array2DRowRealMatrix(pictures.targets());
    for (int step = 0; step < steps; step++) {
      backprop.matrix.ForwardTrace trace =
          backprop.matrix.ForwardPass.trace(network, inputs, targets);
      backprop.matrix.Gradients gradients =
          backprop.matrix.BackwardPass.gradients(network, trace, targets);
      network = backprop.matrix.GradientDescent.updatedNetwork(network, gradients, 0.5);
    }
    return network;
  }
}
