import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.Network;
import backprop.parity.explain.NamedMatrix;
import backprop.parity.model.Case;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.terms.NumberText;

/** Chapter 8: a batch adds its samples up and scales the sum once, at the end. */
public final class Chapter08Batches {
  public static void main(String[] arguments) {
    Case hello = WorkedExamples.named("hello");
    Network network = hello.network();
    ForwardTrace trace = ForwardPass.trace(network, hello.inputs(), hello.targets());
    double[][] delta = BackwardPass.gradients(network, trace, hello.targets()).delta(2);
    double[][] activations = trace.activations(1);
    double factor = network.reduction().factor(4, 2);
    System.out.println(new NamedMatrix("delta", delta));
    System.out.println(new NamedMatrix("A", activations));

    double sum = 0.0;
    for (int s = 0; s < 4; s++) {
      sum += delta[0][s] * activations[1][s];
      System.out.printf("sample %d  sum %s%n", s, NumberText.brief(sum));
    }
    System.out.println("averaged  " + NumberText.brief(sum * factor));
    System.out.println();

    double[][] averaged = BackwardPass.weightGradients(delta, activations, factor);
    double[][] summed = BackwardPass.weightGradients(delta, activations, 1.0);
    System.out.println(new NamedMatrix("averaged", averaged));
    System.out.println(new NamedMatrix("summed", summed));
    System.out.println();

    showTheLossOfTheNotes();
  }

  /** One softmax over all nine scores of the batch, and one for each sample. */
  static void showTheLossOfTheNotes() {
    Case notes = WorkedExamples.named("oreilly-notes");
    double[][] targets = notes.targets();
    ForwardTrace trace = ForwardPass.trace(notes.network(), notes.inputs(), targets);
    double[][] scores = trace.preActivations(2);
    double total = 0.0;
    for (double[] row : scores) {
      for (double score : row) {
        total += StrictMath.exp(score);
      }
    }
    double cost = 0.0;
    for (int s = 0; s < 3; s++) {
      for (int j = 0; j < 3; j++) {
        cost -= targets[j][s] * StrictMath.log(StrictMath.exp(scores[j][s]) / total);
      }
    }
    System.out.println("softmax over the batch   " + NumberText.brief(cost * (1.0 / 3.0)));
    System.out.println("ln 9                     " + NumberText.brief(StrictMath.log(9.0)));
    System.out.println("softmax of each sample   " + NumberText.brief(trace.cost()));
    System.out.println("ln 3                     " + NumberText.brief(StrictMath.log(3.0)));
  }
}
