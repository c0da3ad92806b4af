import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.Network;
import backprop.parity.explain.NamedMatrix;
import backprop.parity.model.Case;
import backprop.parity.suites.WorkedExamples;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** Chapter 7: from the indices of a loop to a matrix product, in every layout. */
public final class Chapter07SlotRule {
  /** A matrix, and the two indices with which the loop reads it, such as "kj". */
  record Factor(String name, String indices, RealMatrix numbers) {
    /** Itself if it reads so; if it reads the other way round, its transpose. */
    Factor reading(String wanted) {
      return indices.equals(wanted) ? this : new Factor(name + "^T", wanted, numbers.transpose());
    }

    /** The same numbers, kept in another layout under the same name. */
    Factor stored(String layout) {
      return new Factor(name, layout, reading(layout).numbers());
    }
  }

  /** The slot rule: r and c stand on the result, q is summed. */
  static Factor product(Factor one, Factor other, String result) {
    String r = result.substring(0, 1);
    String c = result.substring(1, 2);
    Factor carriesRow = one.indices().contains(r) ? one : other;
    Factor carriesColumn = carriesRow == one ? other : one;
    String q = carriesRow.indices().replace(r, "");
    Factor left = carriesRow.reading(r + q);
    Factor right = carriesColumn.reading(q + c);
    RealMatrix numbers = left.numbers().multiply(right.numbers());
    return new Factor(left.name() + " " + right.name(), result, numbers);
  }

  public static void main(String[] arguments) {
    System.out.println("samples in  weights  step 1  step 6  step 7  the loops' bits");
    showTheLayout("columns", "ji");
    showTheLayout("columns", "ij");
    showTheLayout("rows", "ij");
    showTheLayout("rows", "ji");
    System.out.println();

    Case article = WorkedExamples.named("perl-article");
    RealMatrix weights = new Array2DRowRealMatrix(article.network().layer(2).weights());
    RealMatrix delta = new Array2DRowRealMatrix(delta(article));
    System.out.println("three hidden neurons and three outputs: both products exist");
    System.out.println(new NamedMatrix("F^T D", weights.transpose().multiply(delta).getData()));
    System.out.println(new NamedMatrix("F D", weights.multiply(delta).getData()));
  }

  /** The second layer of hello, whose loops are those of the twin. */
  static void showTheLayout(String samples, String layout) {
    Case hello = WorkedExamples.named("hello");
    ForwardTrace trace = ForwardPass.trace(hello.network(), hello.inputs(), hello.targets());
    double[][] weights = hello.network().layer(2).weights();
    double[][] activations = trace.activations(1);
    double[][] delta = delta(hello);
    double[][] weighted = ForwardPass.preActivations(weights, new double[2], activations);
    double[][] gradients = BackwardPass.weightGradients(delta, activations, 1.0);
    double[][] back =
        BackwardPass.hiddenDelta(weights, delta, Activation.IDENTITY, trace.preActivations(1));

    boolean rows = samples.equals("rows");
    Factor a = factor("A", "is", activations).stored(rows ? "si" : "is");
    Factor d = factor("D", "js", delta).stored(rows ? "sj" : "js");
    Factor w = factor("W", "ji", weights).stored(layout);
    // Step 7 calls the same numbers F and Δ, and their neuron k, because it looks forward to them.
    Factor f = factor("F", "kj", weights).stored(layout.equals("ji") ? "kj" : "jk");
    Factor forward = factor("D", "ks", delta).stored(rows ? "sk" : "ks");

    Factor step1 = product(w, a, rows ? "sj" : "js");
    Factor step6 = product(d, a, layout);
    Factor step7 = product(f, forward, rows ? "sj" : "js");
    boolean same =
        Arrays.deepEquals(weighted, step1.reading("js").numbers().getData())
            && Arrays.deepEquals(gradients, step6.reading("ji").numbers().getData())
            && Arrays.deepEquals(back, step7.reading("js").numbers().getData());
    System.out.printf(
        "%-10s  [%s][%s]   %-6s  %-6s  %-6s  %s%n",
        samples,
        layout.charAt(0),
        layout.charAt(1),
        step1.name(),
        step6.name(),
        step7.name(),
        same);
  }

  static Factor factor(String name, String indices, double[][] numbers) {
    return new Factor(name, indices, new Array2DRowRealMatrix(numbers));
  }

  static double[][] delta(Case example) {
    Network network = example.network();
    ForwardTrace trace = ForwardPass.trace(network, example.inputs(), example.targets());
    return BackwardPass.gradients(network, trace, example.targets()).delta(2);
  }
}
