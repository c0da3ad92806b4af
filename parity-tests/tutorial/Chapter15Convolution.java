import backprop.parity.explain.NamedMatrix;
import backprop.parity.sources.NumericalDerivative;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** Chapter 15: a convolution is a layer whose samples are patches of a picture. */
public final class Chapter15Convolution {
  static final double TARGET = 0.5;

  public static void main(String[] arguments) {
    double[][] picture = {
      {0.2, 0.9, 0.1, 0.4}, {0.7, 0.3, 0.8, 0.6}, {0.5, 0.1, 0.4, 0.9}, {0.3, 0.8, 0.2, 0.7}
    };
    double[][] kernels = {{0.6, -0.4, 0.2, 0.5}, {-0.3, 0.7, 0.4, -0.1}}; // [j][i]

    double[][] patches = patches(picture); // [i][s]
    RealMatrix w = new Array2DRowRealMatrix(kernels);
    RealMatrix p = new Array2DRowRealMatrix(patches);
    RealMatrix outputs = w.multiply(p);
    RealMatrix d = outputs.scalarAdd(-TARGET);
    RealMatrix kernelGradients = d.multiply(p.transpose());
    RealMatrix patchGradients = w.transpose().multiply(d);

    double[][] asLoops = new double[2][9];
    convolve(picture, kernels, asLoops);
    boolean same = Arrays.deepEquals(asLoops, outputs.getData());
    System.out.println("W P has the bits of the sliding loop: " + same);
    System.out.println(new NamedMatrix("D P^T", kernelGradients.getData()));
    System.out.println(
        new NamedMatrix(
            "nudge", NumericalDerivative.gradient(() -> cost(picture, kernels), kernels)));
    System.out.println();
    System.out.println(new NamedMatrix("back", pixels(patchGradients.getData())));
    System.out.println(
        new NamedMatrix(
            "nudge", NumericalDerivative.gradient(() -> cost(picture, kernels), picture)));
  }

  /** Every 2 × 2 patch as a column: im2col. */
  static double[][] patches(double[][] picture) {
    double[][] patches = new double[4][9];
    for (int i = 0; i < 4; i++) {
      for (int s = 0; s < 9; s++) {
        patches[i][s] = picture[s / 3 + i / 2][s % 3 + i % 2];
      }
    }
    return patches;
  }

  /** The same way back: what a pixel gets from every patch that it stands in, added up. */
  static double[][] pixels(double[][] patchGradients) {
    double[][] pixels = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int s = 0; s < 9; s++) {
        pixels[s / 3 + i / 2][s % 3 + i % 2] += patchGradients[i][s];
      }
    }
    return pixels;
  }

  /** The kernels slide over the picture; nothing is copied. */
  static void convolve(double[][] picture, double[][] kernels, double[][] outputs) {
    for (int j = 0; j < 2; j++) {
      for (int s = 0; s < 9; s++) {
        double sum = 0.0;
        for (int i = 0; i < 4; i++) {
          sum += kernels[j][i] * picture[s / 3 + i / 2][s % 3 + i % 2];
        }
        outputs[j][s] = sum;
      }
    }
  }

  static double cost(double[][] picture, double[][] kernels) {
    double[][] outputs = new double[2][9];
    convolve(picture, kernels, outputs);
    double cost = 0.0;
    for (double[] row : outputs) {
      for (double output : row) {
        cost += 0.5 * (output - TARGET) * (output - TARGET);
      }
    }
    return cost;
  }
}
