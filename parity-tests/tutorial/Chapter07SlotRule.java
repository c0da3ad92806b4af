import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.Gradients;
import backprop.loops.Network;
import backprop.parity.explain.NamedMatrix;
import backprop.parity.model.Case;
import backprop.parity.suites.WorkedExamples;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** Chapter 7: the summed index stands last on the left factor and first on the right one. */
public final class Chapter07SlotRule {
  public static void main(String[] arguments) {
    Case article = WorkedExamples.named("perl-article");
    RealMatrix weights = new Array2DRowRealMatrix(article.network().layer(2).weights());
    RealMatrix delta = new Array2DRowRealMatrix(gradients(article).delta(2));
    System.out.println("three hidden neurons and three outputs: both products exist");
    System.out.println(new NamedMatrix("F^T D", weights.transpose().multiply(delta).getData()));
    System.out.println(new NamedMatrix("F D", weights.multiply(delta).getData()));
    System.out.println();

    Case hello = WorkedExamples.named("hello");
    ForwardTrace trace = ForwardPass.trace(hello.network(), hello.inputs(), hello.targets());
    Gradients gradients = gradients(hello);
    RealMatrix columns = new Array2DRowRealMatrix(gradients.delta(2)); // [j][s]
    RealMatrix hidden = new Array2DRowRealMatrix(trace.activations(1)); // [i][s]
    RealMatrix samplesAsColumns = columns.multiply(hidden.transpose());

    RealMatrix deltaRows = columns.transpose(); // [s][j]
    RealMatrix hiddenRows = hidden.transpose(); // [s][i]
    RealMatrix samplesAsRows = hiddenRows.transpose().multiply(deltaRows);

    System.out.println(new NamedMatrix("samples as columns, D A^T", samplesAsColumns.getData()));
    System.out.println(new NamedMatrix("samples as rows, A^T D", samplesAsRows.getData()));
    boolean same =
        Arrays.deepEquals(samplesAsColumns.getData(), samplesAsRows.transpose().getData());
    System.out.println("the same bits, the other way round: " + same);
  }

  static Gradients gradients(Case example) {
    Network network = example.network();
    ForwardTrace trace = ForwardPass.trace(network, example.inputs(), example.targets());
    return BackwardPass.gradients(network, trace, example.targets());
  }
}
