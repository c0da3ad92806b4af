import backprop.loops.Activation;
import backprop.parity.terms.NumberText;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** Chapter 2: a neuron weighs its inputs, adds its bias and applies its activation. */
public final class Chapter02OneNeuron {
  public static void main(String[] arguments) {
    double[] weights = {0.5, -0.25};
    double[] inputs = {1.0, 0.5};
    double bias = 0.1;

    double sum = 0.0;
    for (int i = 0; i < inputs.length; i++) {
      sum += weights[i] * inputs[i];
    }
    double preActivation = sum + bias;
    double activation = Activation.SIGMOID.value(preActivation);
    System.out.println("loop    z = " + NumberText.full(preActivation));
    System.out.println("        a = " + NumberText.brief(activation));

    RealMatrix row = new Array2DRowRealMatrix(new double[][] {weights});
    RealMatrix column = new Array2DRowRealMatrix(inputs);
    RealMatrix product = row.multiply(column);
    System.out.println("matrix  z = " + NumberText.full(product.getEntry(0, 0) + bias));
    System.out.println();

    System.out.println("with weights 0.1 and 0.2, inputs 1 and 1, bias 0.4");
    System.out.println("products first  " + NumberText.full(0.1 * 1.0 + 0.2 * 1.0 + 0.4));
    System.out.println("bias first      " + NumberText.full(0.4 + 0.1 * 1.0 + 0.2 * 1.0));
  }
}
