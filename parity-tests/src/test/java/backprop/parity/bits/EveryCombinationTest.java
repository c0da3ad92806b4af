package backprop.parity.bits;

import backprop.loops.Activation;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.suites.RandomCases;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every activation × cost × reduction that a network accepts, in every kind of shape. */
class EveryCombinationTest {
  /** Widths of the inputs and of one to five layers. */
  private static final int[][] SHAPES = {
    {1, 1},
    {3, 2},
    {2, 3},
    {4, 4},
    {3, 5, 2},
    {4, 4, 4},
    {1, 1, 1},
    {3, 1, 4},
    {1, 3, 1},
    {6, 3, 5, 4},
    {3, 3, 3, 3},
    {2, 6, 3, 5, 4},
    {6, 5, 4, 3, 2, 8},
    {3, 3, 3, 3, 3, 3},
    {1, 1, 1, 1, 1, 1},
  };

  /** The last is different from every width. */
  private static final int[] BATCHES = {1, 2, 7, 11};

  @ParameterizedTest
  @MethodSource("backprop.parity.model.Objective#all")
  void everyStepHasTheSameBitsInEveryShape(Objective ending) {
    RandomCases random = new RandomCases(ending.toString().hashCode());
    for (int[] widths : SHAPES) {
      for (int samples : BATCHES) {
        for (Activation activation : Twins.HIDDEN) {
          List<Activation> hidden = Collections.nCopies(widths.length - 2, activation);
          String name =
              "%s, hidden %s, widths %s, %d samples"
                  .formatted(ending, activation, Arrays.toString(widths), samples);
          Case question = random.next(name, widths, samples, hidden, ending);
          Twins.requireSameBits(RandomCases.withLearningRate(question, 0.1));
        }
      }
    }
  }
}
