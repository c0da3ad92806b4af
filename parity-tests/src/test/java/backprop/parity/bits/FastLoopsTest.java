package backprop.parity.bits;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.gradients.GradientDigest;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.sources.FastSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.ExtremeCases;
import backprop.parity.suites.RandomCases;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The loops arranged for the machine against the textbook's: every step, bit by bit. */
class FastLoopsTest {
  private static final Objective SHARES =
      new Objective(Activation.SOFTMAX, Cost.CROSS_ENTROPY, Reduction.MEAN);

  @ParameterizedTest(name = "seed {0}, {1} threads")
  @CsvSource({"11, 1, 1500", "12, 2, 300", "13, 3, 300"})
  void everyStepOfRandomNetworksHasTheSameBits(long seed, int threads, int cases) {
    RandomCases random = new RandomCases(seed);
    FastSource fast = new FastSource(threads);
    for (int number = 0; number < cases; number++) {
      Case question = random.next();
      Twins.requireSameBits(question, fast.answer(question));
    }
  }

  @ParameterizedTest
  @EnumSource(ExtremeCases.class)
  void everyStepHasTheSameBitsAtTheEdges(ExtremeCases extreme) {
    for (Case question : extreme.all()) {
      Twins.requireSameBits(question, new FastSource().answer(question));
    }
  }

  /** Rows are computed by threes and terms by twos and fours, so every remainder must occur. */
  @ParameterizedTest
  @MethodSource("backprop.parity.model.Objective#all")
  void everyRemainderOfRowsAndTermsHasTheSameBits(Objective ending) {
    RandomCases random = new RandomCases(ending.toString().hashCode());
    for (int size = 1; size <= 13; size++) {
      int[] widths = {size, size + 1, 14 - size};
      Activation hidden = Twins.HIDDEN.get(size % Twins.HIDDEN.size());
      String name = "%s, hidden %s, %d samples".formatted(ending, hidden, size);
      Case shaped = random.next(name, widths, size, Collections.nCopies(1, hidden), ending);
      Case question = RandomCases.withLearningRate(shaped, 0.1);
      Twins.requireSameBits(question, new FastSource().answer(question));
    }
  }

  /** Long enough for the vector instructions, and above 4096 weights. */
  @ParameterizedTest(name = "{0}-{1}-{2}, {3} samples, {4} threads")
  @CsvSource({
    "65, 65, 65, 1, 1",
    "65, 65, 65, 65, 2",
    "70, 66, 10, 67, 3",
    "1, 4097, 1, 3, 2",
    "784, 30, 10, 10, 1",
    "300, 150, 5, 2, 3"
  })
  void everyStepOfLargeLayersHasTheSameBits(
      int inputs, int hidden, int outputs, int samples, int threads) {
    RandomCases random = new RandomCases(inputs);
    int[] widths = {inputs, hidden, outputs};
    Case shaped = random.next("large", widths, samples, List.of(Activation.SIGMOID), SHARES);
    Case question = RandomCases.withLearningRate(shaped, 0.1);
    Twins.requireSameBits(question, new FastSource(threads).answer(question));
  }

  /** One layer has more rows than there are threads, the other fewer. */
  @ParameterizedTest
  @MethodSource("numbersOfThreads")
  void everyNumberOfThreadsHasTheSameBits(int threads) {
    RandomCases random = new RandomCases(14);
    int[] widths = {40, 66, 10};
    Case shaped = random.next("threads", widths, 67, List.of(Activation.TANH), SHARES);
    Case question = RandomCases.withLearningRate(shaped, 0.1);
    Twins.requireSameBits(question, new FastSource(threads).answer(question));
  }

  static IntStream numbersOfThreads() {
    return IntStream.rangeClosed(1, 16);
  }

  /** 0 · ∞ is NaN: a term with a factor of 0 must not be left out. */
  @Test
  void zeroTimesInfinityIsAddedLikeAnyOtherTerm() {
    for (int inputs = 1; inputs <= 5; inputs++) {
      double[][] weights = new double[4][inputs];
      double[][] batch = new double[inputs][4];
      weights[3][inputs - 1] = Double.POSITIVE_INFINITY;
      batch[inputs - 1][0] = Double.NEGATIVE_INFINITY;
      Layer layer = new Layer(Activation.IDENTITY, weights, new double[4]);
      Network network = new Network(List.of(layer), Cost.SQUARED_ERROR, Reduction.SUM);
      Case question = new Case(inputs + " inputs", network, batch, new double[4][4]);
      Twins.requireSameBits(question, new FastSource().answer(question));
    }
  }

  @Test
  void theDigestIsThatOfTheTextbookLoops() {
    assertThat(GradientDigest.of(new FastSource())).isEqualTo(GradientDigest.of(new LoopsSource()));
  }
}
