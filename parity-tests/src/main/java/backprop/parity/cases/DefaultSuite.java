package backprop.parity.cases;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cases that {@code check} asks by default, the same ones every time: worked examples first,
 * then every activation with every cost and every reduction.
 *
 * <p>Widths and batch sizes all differ, so that no two indices can be mixed up unnoticed, and the
 * numbers are mild, so that every correct program agrees.
 */
public final class DefaultSuite {
  private static final long SEED = 20260101;
  private static final double LEARNING_RATE = 0.1;
  private static final int[] ONE_LAYER = {4, 3};
  private static final int[] TWO_LAYERS = {2, 5, 3};
  private static final int[] THREE_LAYERS = {3, 5, 4, 2};
  private static final int[] FOUR_LAYERS = {4, 6, 5, 3, 2};

  private DefaultSuite() {}

  /** All cases; no two have the same name. */
  public static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    WorkedExamples.names().forEach(name -> cases.add(WorkedExamples.named(name)));
    RandomCases random = new RandomCases(SEED);
    for (Ending ending : Ending.all()) {
      Activation hidden = hiddenFor(ending.activation());
      if (ending.reduction() == Reduction.SUM) {
        cases.add(next(random, TWO_LAYERS, 1, List.of(hidden), ending));
      }
      cases.add(
          switch (ending.reduction()) {
            case SUM -> next(random, TWO_LAYERS, 4, List.of(hidden), ending);
            case MEAN ->
                RandomCases.withLearningRate(
                    next(random, THREE_LAYERS, 6, List.of(hidden, hidden), ending), LEARNING_RATE);
            case ELEMENT_MEAN -> next(random, ONE_LAYER, 5, List.of(), ending);
          });
    }
    cases.addAll(mixed(random));
    return cases;
  }

  /** Four layers, all different. */
  private static List<Case> mixed(RandomCases random) {
    List<Activation> hidden = List.of(Activation.TANH, Activation.RELU, Activation.SIGMOID);
    List<Activation> others = List.of(Activation.LEAKY_RELU, Activation.TANH, Activation.IDENTITY);
    return List.of(
        next(random, FOUR_LAYERS, 7, hidden, softmax(Reduction.MEAN)),
        next(random, FOUR_LAYERS, 7, others, softmax(Reduction.SUM)));
  }

  private static Ending softmax(Reduction reduction) {
    return new Ending(Activation.SOFTMAX, Cost.CROSS_ENTROPY, reduction);
  }

  /** The same as at the end, for programs that know one activation; softmax is never hidden. */
  private static Activation hiddenFor(Activation output) {
    return output == Activation.SOFTMAX ? Activation.SIGMOID : output;
  }

  private static Case next(
      RandomCases random, int[] widths, int samples, List<Activation> hidden, Ending ending) {
    String activations =
        Stream.concat(hidden.stream(), Stream.of(ending.activation()))
            .map(Spelling::of)
            .collect(Collectors.joining("+"));
    String name =
        "%s/%s/%s/%s/%d-sample%s"
            .formatted(
                Arrays.stream(widths).mapToObj(Integer::toString).collect(Collectors.joining("-")),
                activations,
                Spelling.of(ending.cost()),
                Spelling.of(ending.reduction()),
                samples,
                samples == 1 ? "" : "s");
    return random.next(name, widths, samples, hidden, ending);
  }
}
