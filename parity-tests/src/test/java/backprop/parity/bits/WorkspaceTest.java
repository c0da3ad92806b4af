package backprop.parity.bits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.Cost;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.GradientDescent;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.loops.fast.Workspace;
import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.model.Rows;
import backprop.parity.sources.FastSource;
import backprop.parity.suites.ExtremeCases;
import backprop.parity.suites.RandomCases;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The memory that is used again must not remember anything. */
class WorkspaceTest {
  private static final Objective SHARES =
      new Objective(Activation.SOFTMAX, Cost.CROSS_ENTROPY, Reduction.MEAN);
  private static final Objective SQUARES =
      new Objective(Activation.TANH, Cost.SQUARED_ERROR, Reduction.ELEMENT_MEAN);

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 3})
  void aUsedWorkspaceGivesTheBitsOfAFreshOne(int threads) {
    List<Case> questions = new ArrayList<>();
    for (ExtremeCases extreme : ExtremeCases.values()) {
      questions.add(extreme.with(Activation.SIGMOID, SQUARES));
    }
    RandomCases random = new RandomCases(3);
    for (int samples = 7; samples >= 1; samples--) {
      List<Activation> hidden = List.of(Activation.SIGMOID);
      questions.add(random.next("after", new int[] {3, 4, 2}, samples, hidden, SQUARES));
    }
    try (Workspace workspace = new Workspace(questions.get(0).network(), 7, threads)) {
      for (Case question : questions) {
        Twins.requireSameBits(question, FastSource.answer(question, workspace));
      }
    }
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2})
  void everyWeightHasTheSameBitsAfterAHundredUpdatesInPlace(int threads) {
    RandomCases random = new RandomCases(4);
    int[] widths = {20, 17, 9, 5};
    List<Activation> hidden = List.of(Activation.SIGMOID, Activation.LEAKY_RELU);
    Case start = random.next("training", widths, 10, hidden, SHARES);
    Network textbook = start.network();
    try (Workspace workspace = new Workspace(textbook, 10, threads)) {
      for (int step = 0; step < 100; step++) {
        int samples = step % 4 == 3 ? 6 : 10; // the last batch of an epoch is often smaller
        Case batch = random.next("batch", widths, samples, hidden, SHARES);
        double[][] targets = batch.targets();
        ForwardTrace trace = ForwardPass.trace(textbook, batch.inputs(), targets);
        var gradients = BackwardPass.gradients(textbook, trace, targets);
        textbook = GradientDescent.updatedNetwork(textbook, gradients, 0.3);
        workspace.compute(Rows.transpose(batch.inputs()), Rows.transpose(targets));
        workspace.update(0.3);
      }
      assertThat(bits(workspace.network())).as("bits of all layers").isEqualTo(bits(textbook));
    }
  }

  /** Row by row, the weights and biases of every layer. */
  private static List<Long> bits(Network network) {
    List<Long> bits = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      for (double[] row : network.layer(l).weights()) {
        Arrays.stream(row).mapToObj(Bits::of).forEach(bits::add);
      }
      Arrays.stream(network.layer(l).biases()).mapToObj(Bits::of).forEach(bits::add);
    }
    return bits;
  }

  @Test
  void aGradientAllocatesNothing() {
    RandomCases random = new RandomCases(5);
    List<Activation> hidden = List.of(Activation.SIGMOID);
    Case question = random.next("batch", new int[] {40, 30, 10}, 10, hidden, SHARES);
    double[][] inputs = Rows.transpose(question.inputs());
    double[][] targets = Rows.transpose(question.targets());
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Workspace workspace = new Workspace(question.network(), 10, 1)) {
      long least = Long.MAX_VALUE; // while it compiles, the JVM itself may allocate a few, once
      for (int time = 0; time < 5; time++) {
        long before = thread.getCurrentThreadAllocatedBytes();
        computeAndUpdate(workspace, inputs, targets);
        long after = thread.getCurrentThreadAllocatedBytes();
        least = Math.min(least, after - before);
      }
      assertThat(least).as("bytes allocated by 1000 gradients").isZero();
    }
  }

  private static void computeAndUpdate(Workspace workspace, double[][] inputs, double[][] targets) {
    for (int step = 0; step < 1000; step++) {
      workspace.compute(inputs, targets);
      workspace.update(0.01);
    }
  }

  /** Six numbers fill a line of the memory: what goes on behind them leaves the row. */
  @Test
  void aRowThatFillsItsLineIsNotLeft() {
    Objective ending = new Objective(Activation.SOFTMAX, Cost.SQUARED_ERROR, Reduction.SUM);
    Case question = new RandomCases(9).next("six", new int[] {6, 6}, 6, List.of(), ending);
    Twins.requireSameBits(question, new FastSource().answer(question));
  }

  @Test
  void whatIsReadIsACopy() {
    Case question = new RandomCases(6).next("copy", new int[] {3, 2}, 4, List.of(), SHARES);
    try (Workspace workspace = new Workspace(question.network(), 4, 1)) {
      FastSource.answer(question, workspace);
      workspace.weightGradients(1)[0][0] = 99.0;
      workspace.biasGradients(1)[0] = 99.0;
      workspace.delta(1)[0][0] = 99.0;
      assertThat(workspace.weightGradients(1)[0][0]).isNotEqualTo(99.0);
      assertThat(workspace.biasGradients(1)[0]).isNotEqualTo(99.0);
      assertThat(workspace.delta(1)[0][0]).isNotEqualTo(99.0);
    }
  }

  @Test
  void whatDoesNotFitIsRefusedInOneSentence() {
    Network network =
        new RandomCases(7).next("fit", new int[] {3, 2}, 4, List.of(), SHARES).network();
    Network wider =
        new RandomCases(7).next("fit", new int[] {4, 2}, 4, List.of(), SHARES).network();
    List<Activation> one = List.of(Activation.TANH);
    Network deeper = new RandomCases(7).next("fit", new int[] {3, 2, 2}, 4, one, SHARES).network();
    Network longer =
        new RandomCases(7).next("fit", new int[] {3, 3}, 4, List.of(), SHARES).network();
    Network other =
        new RandomCases(7).next("fit", new int[] {3, 2}, 4, List.of(), SQUARES).network();
    try (Workspace workspace = new Workspace(network, 4, 1)) {
      assertThatThrownBy(() -> workspace.compute(new double[5][3], new double[5][2]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("samples: expected at most 4, found 5");
      assertThatThrownBy(() -> workspace.compute(new double[2][3], new double[1][2]))
          .hasMessage("rows of targets: expected 2, found 1");
      assertThatThrownBy(() -> workspace.compute(new double[2][4], new double[2][2]))
          .hasMessage("inputs of a sample: expected 3, found 4");
      assertThatThrownBy(() -> workspace.compute(new double[2][3], new double[2][3]))
          .hasMessage("targets of a sample: expected 2, found 3");
      assertThatThrownBy(() -> workspace.compute(new double[0][3], new double[0][2]))
          .hasMessage("samples: expected at least 1, found 0");
      assertThatThrownBy(() -> workspace.load(wider))
          .hasMessage("inputs of a layer: expected 3, found 4");
      assertThatThrownBy(() -> workspace.load(other)).hasMessage("expected the same activations");
      assertThatThrownBy(() -> workspace.load(deeper)).hasMessage("layers: expected 1, found 2");
      assertThatThrownBy(() -> workspace.load(longer))
          .hasMessage("outputs of a layer: expected 2, found 3");
    }
    assertThatThrownBy(() -> new Workspace(network, 0, 1))
        .hasMessage("largest batch: expected at least 1, found 0");
    assertThatThrownBy(() -> new Workspace(network, 1, 0))
        .hasMessage("threads: expected at least 1, found 0");
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2})
  void aClosedWorkspaceRefusesToCompute(int threads) {
    Case question = new RandomCases(8).next("closed", new int[] {3, 2}, 4, List.of(), SHARES);
    Workspace workspace = new Workspace(question.network(), 4, threads);
    workspace.close();
    List<ThrowingCallable> calls =
        List.of(
            () -> workspace.load(question.network()),
            () -> workspace.compute(new double[2][3], new double[2][2]),
            () -> workspace.update(0.1),
            workspace::update);
    for (ThrowingCallable call : calls) {
      assertThatThrownBy(call)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("this workspace is closed");
    }
  }
}
