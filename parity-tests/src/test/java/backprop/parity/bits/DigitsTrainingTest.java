package backprop.parity.bits;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.Cost;
import backprop.loops.ForwardPass;
import backprop.loops.GradientDescent;
import backprop.loops.Gradients;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.sources.MatrixSource;
import backprop.parity.suites.RandomCases;
import backprop.parity.training.data.Digits;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** Real digits, and a thousand steps in which one wrong bit would spread to all the others. */
class DigitsTrainingTest {
  private static final int STEPS = 1000;
  private static final int BATCH = 12;
  private static final double LEARNING_RATE = 0.3;

  private final Digits digits = Digits.load();

  @Test
  void everyWeightHasTheSameBitsAfterAThousandSteps() {
    Network start = start();
    Network loops = start;
    backprop.matrix.Network matrix = MatrixSource.network(start);
    for (int step = 0; step < STEPS; step++) {
      double[][] inputs = digits.inputs(step * BATCH, BATCH);
      double[][] targets = digits.targets(step * BATCH, BATCH);
      loops = afterOneStep(loops, inputs, targets);
      matrix = afterOneStep(matrix, inputs, targets);
    }

    for (int l = 1; l <= loops.depth(); l++) {
      double[][] weights = loops.layer(l).weights();
      double[] biases = loops.layer(l).biases();
      for (int j = 0; j < weights.length; j++) {
        double matrixBias = matrix.layer(l).biases().getEntry(j, 0);
        requireSameBits("layer %d, biases[%d]".formatted(l, j), biases[j], matrixBias);
        for (int i = 0; i < weights[j].length; i++) {
          double matrixWeight = matrix.layer(l).weights().getEntry(j, i);
          String entry = "layer %d, weights[%d][%d]".formatted(l, j, i);
          requireSameBits(entry, weights[j][i], matrixWeight);
        }
      }
    }
    assertThat(cost(loops)).as("cost after training").isLessThan(0.1 * cost(start));
  }

  private static void requireSameBits(String entry, double loops, double matrix) {
    assertThat(Bits.text(matrix)).as("step 8, %s", entry).isEqualTo(Bits.text(loops));
  }

  private static Network start() {
    Objective ending = new Objective(Activation.SOFTMAX, Cost.CROSS_ENTROPY, Reduction.MEAN);
    int[] widths = {Digits.PIXELS, 15, Digits.LABELS};
    RandomCases random = new RandomCases(1);
    Case question = random.next("digits", widths, 1, List.of(Activation.TANH), ending);
    return question.network();
  }

  private static Network afterOneStep(Network network, double[][] inputs, double[][] targets) {
    var trace = ForwardPass.trace(network, inputs, targets);
    Gradients gradients = BackwardPass.gradients(network, trace, targets);
    return GradientDescent.updatedNetwork(network, gradients, LEARNING_RATE);
  }

  private static backprop.matrix.Network afterOneStep(
      backprop.matrix.Network network, double[][] inputRows, double[][] targetRows) {
    RealMatrix inputs = new Array2DRowRealMatrix(inputRows, false);
    RealMatrix targets = new Array2DRowRealMatrix(targetRows, false);
    var trace = backprop.matrix.ForwardPass.trace(network, inputs, targets);
    var gradients = backprop.matrix.BackwardPass.gradients(network, trace, targets);
    return backprop.matrix.GradientDescent.updatedNetwork(network, gradients, LEARNING_RATE);
  }

  private double cost(Network network) {
    double[][] inputs = digits.inputs(0, digits.size());
    double[][] targets = digits.targets(0, digits.size());
    return ForwardPass.trace(network, inputs, targets).cost();
  }
}
