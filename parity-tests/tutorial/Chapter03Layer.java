import backprop.loops.Activation;
import backprop.parity.explain.NamedMatrix;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** Chapter 3: a layer is a row of neurons that share their inputs. */
public final class Chapter03Layer {
  public static void main(String[] arguments) {
    double[][] weights = {{0.5, -0.25}, {0.75, 0.5}, {-0.5, 1.0}};
    double[] biases = {0.1, -0.2, 0.3};
    double[][] inputs = {{1.0}, {0.5}};

    double[][] preActivations = backprop.loops.ForwardPass.preActivations(weights, biases, inputs);
    double[][] activations =
        backprop.loops.ForwardPass.activations(Activation.SIGMOID, preActivations);

    RealMatrix product =
        backprop.matrix.ForwardPass.preActivations(
            new Array2DRowRealMatrix(weights),
            new Array2DRowRealMatrix(biases),
            new Array2DRowRealMatrix(inputs));

    System.out.println(new NamedMatrix("W", weights));
    System.out.println(new NamedMatrix("A", inputs));
    System.out.println(new NamedMatrix("Z", preActivations));
    System.out.println(new NamedMatrix("f(Z)", activations));
    boolean same = Arrays.deepEquals(preActivations, product.getData());
    System.out.println("loops and matrix have the same bits: " + same);
  }
}
