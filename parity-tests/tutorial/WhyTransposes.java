import backprop.loops.BackwardPass;
import backprop.parity.explain.NamedMatrix;
import backprop.parity.model.Case;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.terms.NumberText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** What follows from the slot rule: where entries stand, which products exist, what einsum says. */
public final class WhyTransposes {
  static final double[][] DELTA = {{0.3, -0.1, 0.2}, {-0.4, 0.5, 0.1}, {0.6, 0.2, -0.3}};
  static final double[][] ACTIVATIONS = {{0.9, 0.4, 0.7}, {0.2, 0.8, 0.5}, {0.6, 0.1, 0.3}};
  static final double[][] GRADIENTS = BackwardPass.weightGradients(DELTA, ACTIVATIONS, 1.0);

  public static void main(String[] arguments) {
    showWhereAnEntryStands();
    System.out.println();
    showEveryProduct();
    System.out.println();
    showEinsum("js,is->ji", DELTA, ACTIVATIONS);
    showEinsum("is,js->ji", ACTIVATIONS, DELTA);
    showEinsum("js,is->ij", DELTA, ACTIVATIONS);
  }

  static void showWhereAnEntryStands() {
    RealMatrix left = new Array2DRowRealMatrix(new double[][] {{1, 2, 3}, {4, 5, 6}});
    RealMatrix right = new Array2DRowRealMatrix(new double[][] {{1, 0}, {0, 1}, {2, -1}});
    RealMatrix product = left.multiply(right);
    RealMatrix factorsChanged = right.transpose().multiply(left.transpose());
    System.out.println(new NamedMatrix("L", left.getData()));
    System.out.println(new NamedMatrix("R", right.getData()));
    System.out.println(new NamedMatrix("L R", product.getData()));
    System.out.println(new NamedMatrix("R^T L^T", factorsChanged.getData()));
    boolean same = factorsChanged.equals(product.transpose());
    System.out.println("R^T L^T is the transpose of L R: " + same);
  }

  /** A factor of step 6, on a square layer and in hello. */
  record Factor(String name, RealMatrix square, RealMatrix hello) {
    Factor transposed() {
      return new Factor(name + "^T", square.transpose(), hello.transpose());
    }
  }

  static void showEveryProduct() {
    Case hello = WorkedExamples.named("hello"); // two outputs, three hidden neurons, four samples
    int samples = hello.inputs()[0].length;
    int outputs = hello.network().layer(2).outputs();
    int hidden = hello.network().layer(2).inputs();
    Factor delta = factor("D", DELTA, new Array2DRowRealMatrix(outputs, samples));
    Factor activations = factor("A", ACTIVATIONS, new Array2DRowRealMatrix(hidden, samples));
    System.out.println("step 6   square, [0][1]  right  shape in hello");
    for (Factor d : new Factor[] {delta, delta.transposed()}) {
      for (Factor a : new Factor[] {activations, activations.transposed()}) {
        showProduct(d, a);
        showProduct(a, d);
      }
    }
  }

  static Factor factor(String name, double[][] square, RealMatrix hello) {
    return new Factor(name, new Array2DRowRealMatrix(square), hello);
  }

  static void showProduct(Factor left, Factor right) {
    RealMatrix square = left.square().multiply(right.square());
    boolean exists = left.hello().getColumnDimension() == right.hello().getRowDimension();
    int rows = left.hello().getRowDimension();
    int columns = right.hello().getColumnDimension();
    System.out.printf(
        "%-7s  %-14s  %-5s  %s%n",
        left.name() + " " + right.name(),
        NumberText.brief(square.getEntry(0, 1)),
        Arrays.deepEquals(GRADIENTS, square.getData()),
        exists ? rows + " x " + columns : "does not exist");
  }

  /** What np.einsum computes for letters such as "js,is->ji": the loop, and nothing but the loop. */
  static double[][] einsum(String letters, double[][] one, double[][] other) {
    String first = letters.substring(0, 2);
    String second = letters.substring(3, 5);
    char r = letters.charAt(7);
    char c = letters.charAt(8);
    char q = first.charAt(first.charAt(0) == r || first.charAt(0) == c ? 1 : 0);
    Map<Character, Integer> size = new HashMap<>();
    size.put(first.charAt(0), one.length);
    size.put(first.charAt(1), one[0].length);
    size.put(second.charAt(0), other.length);
    size.put(second.charAt(1), other[0].length);

    double[][] result = new double[size.get(r)][size.get(c)];
    Map<Character, Integer> at = new HashMap<>();
    for (int row = 0; row < result.length; row++) {
      for (int column = 0; column < result[0].length; column++) {
        at.put(r, row);
        at.put(c, column);
        for (int summed = 0; summed < size.get(q); summed++) {
          at.put(q, summed);
          result[row][column] += entry(one, first, at) * entry(other, second, at);
        }
      }
    }
    return result;
  }

  static double entry(double[][] numbers, String indices, Map<Character, Integer> at) {
    return numbers[at.get(indices.charAt(0))][at.get(indices.charAt(1))];
  }

  static void showEinsum(String letters, double[][] one, double[][] other) {
    double[][] result = einsum(letters, one, other);
    RealMatrix delta = new Array2DRowRealMatrix(DELTA);
    RealMatrix activations = new Array2DRowRealMatrix(ACTIVATIONS);
    double[][] forwards = delta.multiply(activations.transpose()).getData();
    double[][] backwards = activations.multiply(delta.transpose()).getData();
    System.out.printf(
        "einsum %s  D A^T: %-5s  A D^T: %s%n",
        letters, Arrays.deepEquals(result, forwards), Arrays.deepEquals(result, backwards));
  }
}
