package backprop.parity.bits;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.ForwardPass;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.loops.fast.Workspace;
import backprop.loops.optimisers.Adam;
import backprop.loops.optimisers.Moment;
import backprop.loops.optimisers.Momentum;
import backprop.loops.optimisers.Optimiser;
import backprop.loops.optimisers.PerParameter;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.model.Rows;
import backprop.parity.suites.RandomCases;
import backprop.parity.training.data.Digits;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every optimiser in both twins and in the fast loops: the same bits, step after step. */
class OptimisersTest {
  private static final int BATCH = 12;
  static final Objective SHARES =
      new Objective(Activation.SOFTMAX, Cost.CROSS_ENTROPY, Reduction.MEAN);

  private final Digits digits = Digits.load();

  @ParameterizedTest
  @EnumSource(OptimiserChoice.class)
  void randomNetworksAndTheirMemoryHaveTheSameBits(OptimiserChoice choice) {
    RandomCases random = new RandomCases(21);
    for (int number = 1; number <= 100; number++) {
      Case question = random.next();
      int threads = number % 10 == 0 ? 2 : 1;
      for (Training other : others(question.network(), choice, question.samples(), threads)) {
        try (other) {
          Training loops = Training.loops(question.network(), choice.start(question.network()));
          for (int step = 1; step <= 4; step++) {
            loops.step(question.inputs(), question.targets());
            other.step(question.inputs(), question.targets());
            assertThat(other.bits())
                .as("%s, step %d", question.name(), step)
                .isEqualTo(loops.bits());
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(OptimiserChoice.class)
  void everyNumberHasTheSameBitsAfterThreeHundredStepsOfTheDigits(OptimiserChoice choice) {
    Network start = start();
    Training loops = Training.loops(start, choice.start(start));
    train(loops, 0, 300);
    List<Long> expected = loops.bits();
    List<Training> others = new ArrayList<>(others(start, choice, BATCH, 1));
    others.add(Training.fast(start, choice.start(start), BATCH, 2));
    for (Training other : others) {
      try (other) {
        train(other, 0, 300);
        assertThat(other.bits()).isEqualTo(expected);
      }
    }
    assertThat(cost(loops.network())).as("cost").isLessThan(0.2 * cost(start));
  }

  /** Long enough for the vector instructions, and above 4096 weights. */
  @ParameterizedTest
  @EnumSource(OptimiserChoice.class)
  void largeLayersHaveTheSameBits(OptimiserChoice choice) {
    int[] widths = {301, 37, 10};
    RandomCases random = new RandomCases(22);
    Case question = random.next("large", widths, 5, List.of(Activation.SIGMOID), SHARES);
    Training loops = Training.loops(question.network(), choice.start(question.network()));
    for (int step = 1; step <= 30; step++) {
      loops.step(question.inputs(), question.targets());
    }
    for (Training other : others(question.network(), choice, 5, 3)) {
      try (other) {
        for (int step = 1; step <= 30; step++) {
          other.step(question.inputs(), question.targets());
        }
        assertThat(other.bits()).isEqualTo(loops.bits());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(OptimiserChoice.class)
  void aTrainingThatIsStoredAndResumedHasTheBitsOfOneThatWasNot(OptimiserChoice choice) {
    Network start = start();
    Training whole = Training.loops(start, choice.start(start));
    train(whole, 0, 40);
    for (Training training : Training.all(start, choice.start(start), BATCH)) {
      try (training) {
        train(training, 0, 17);
        Network network = training.network();
        for (Training resumed : Training.all(network, restored(training.optimiser()), BATCH)) {
          try (resumed) {
            train(resumed, 17, 40);
            assertThat(resumed.bits()).isEqualTo(whole.bits());
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(OptimiserChoice.class)
  void aStepOfTheFastLoopsAllocatesNothing(OptimiserChoice choice) {
    Network network = start();
    double[][] inputs = Rows.transpose(digits.inputs(0, BATCH));
    double[][] targets = Rows.transpose(digits.targets(0, BATCH));
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Workspace workspace = new Workspace(network, BATCH, 1)) {
      workspace.load(choice.start(network));
      update(workspace, inputs, targets);
      long least = Long.MAX_VALUE; // while it compiles, the JVM itself may allocate a few, once
      for (int time = 0; time < 5; time++) {
        long before = thread.getCurrentThreadAllocatedBytes();
        update(workspace, inputs, targets);
        long after = thread.getCurrentThreadAllocatedBytes();
        least = Math.min(least, after - before);
      }
      assertThat(least).as("bytes allocated by 1000 steps").isZero();
    }
  }

  private static void update(Workspace workspace, double[][] inputs, double[][] targets) {
    workspace.compute(inputs, targets);
    for (int step = 0; step < 1000; step++) {
      workspace.update();
    }
  }

  private static List<Training> others(
      Network network, OptimiserChoice choice, int largestBatch, int threads) {
    Optimiser optimiser = choice.start(network);
    return List.of(
        Training.matrix(network, optimiser),
        Training.fast(network, optimiser, largestBatch, threads));
  }

  /** From nothing but the numbers that the optimiser gives away, as from a file. */
  private static Optimiser restored(Optimiser optimiser) {
    if (optimiser instanceof Momentum momentum) {
      return new Momentum(
          momentum.learningRate(), momentum.momentum(), restored(momentum.velocity()));
    }
    if (optimiser instanceof Adam adam) {
      Moment first = restored(adam.first());
      return new Adam(adam.learningRate(), adam.epsilon(), first, restored(adam.second()));
    }
    return optimiser;
  }

  private static Moment restored(Moment moment) {
    return new Moment(moment.decay(), moment.power(), restored(moment.mean()));
  }

  private static PerParameter restored(PerParameter remembered) {
    List<double[][]> weights = new ArrayList<>();
    List<double[]> biases = new ArrayList<>();
    for (int l = 1; l <= remembered.depth(); l++) {
      weights.add(remembered.weights(l));
      biases.add(remembered.biases(l));
    }
    return new PerParameter(weights, biases);
  }

  private void train(Training training, int from, int to) {
    for (int step = from; step < to; step++) {
      int samples = step % 4 == 3 ? 7 : BATCH; // the last batch of an epoch is often smaller
      int first = step * BATCH;
      training.step(digits.inputs(first, samples), digits.targets(first, samples));
    }
  }

  private static Network start() {
    int[] widths = {Digits.PIXELS, 15, Digits.LABELS};
    RandomCases random = new RandomCases(1);
    return random.next("digits", widths, 1, List.of(Activation.TANH), SHARES).network();
  }

  private double cost(Network network) {
    double[][] inputs = digits.inputs(0, digits.size());
    double[][] targets = digits.targets(0, digits.size());
    return ForwardPass.trace(network, inputs, targets).cost();
  }
}
