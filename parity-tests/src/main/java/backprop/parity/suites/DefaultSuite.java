package backprop.parity.suites;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.model.Plural;
import backprop.parity.model.Spelling;
import backprop.parity.model.WeightLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
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

  /** Of the cases that do not stand for something with a rate of its own. */
  private static final double ANOTHER_RATE = 0.25;

  private static final int[] ONE_LAYER = {4, 3};
  private static final int[] TWO_LAYERS = {2, 5, 3};
  private static final int[] THREE_LAYERS = {3, 5, 4, 2};
  private static final int[] FOUR_LAYERS = {4, 6, 5, 3, 2};
  private static final int[] FIVE_LAYERS = {2, 4, 5, 6, 4, 2};
  private static final int[] SQUARE = {2, 2, 2, 2};

  private DefaultSuite() {}

  /** All cases; no two have the same name. */
  public static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    WorkedExamples.names().forEach(name -> cases.add(WorkedExamples.named(name)));
    RandomCases random = new RandomCases(SEED);
    for (Objective ending : Objective.all()) {
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
    cases.addAll(squareLayers(random));
    cases.add(inputsByOutputs(random));
    cases.add(exactKink());
    cases.addAll(UnusualCases.cases());
    cases.addAll(ExactLane.cases());
    return cases.stream().map(DefaultSuite::withUpdate).toList();
  }

  /** Many programs show nothing but their weights after an update. */
  static Case withUpdate(Case question) {
    boolean asked = question.learningRate().isPresent();
    return asked ? question : question.withLearningRate(ANOTHER_RATE);
  }

  /** Four and five layers, all different. */
  private static List<Case> mixed(RandomCases random) {
    List<Activation> hidden = List.of(Activation.TANH, Activation.RELU, Activation.SIGMOID);
    List<Activation> others = List.of(Activation.LEAKY_RELU, Activation.TANH, Activation.IDENTITY);
    return List.of(
        next(random, FOUR_LAYERS, 7, hidden, softmax(Reduction.MEAN)),
        next(random, FOUR_LAYERS, 7, others, softmax(Reduction.SUM)),
        next(
            random,
            FIVE_LAYERS,
            3,
            Collections.nCopies(4, Activation.TANH),
            softmax(Reduction.MEAN)));
  }

  /** Where widths are equal a wrong transpose has the right shape, and only its numbers tell. */
  private static List<Case> squareLayers(RandomCases random) {
    List<Case> cases = new ArrayList<>();
    for (Activation hidden : Activation.values()) {
      if (hidden != Activation.SOFTMAX) {
        Objective ending = new Objective(hidden, Cost.SQUARED_ERROR, Reduction.MEAN);
        Case question = next(random, SQUARE, 3, List.of(hidden, hidden), ending);
        cases.add(RandomCases.withLearningRate(question, LEARNING_RATE));
      }
    }
    List<Activation> sigmoids = List.of(Activation.SIGMOID, Activation.SIGMOID);
    cases.add(next(random, SQUARE, 6, sigmoids, softmax(Reduction.MEAN)));
    return cases;
  }

  private static Case inputsByOutputs(RandomCases random) {
    List<Activation> hidden = List.of(Activation.SIGMOID);
    Case question = next(random, TWO_LAYERS, 4, hidden, softmax(Reduction.MEAN));
    return new Case(
        question.name() + "/inputs-by-outputs",
        question.network(),
        question.inputs(),
        question.targets(),
        OptionalDouble.of(LEARNING_RATE),
        WeightLayout.INPUTS_BY_OUTPUTS);
  }

  /** A relu whose pre-activation is exactly 0 in one sample: both slopes are accepted there. */
  private static Case exactKink() {
    double[][] weights = {{1.0, -1.0}, {0.5, 0.25}, {-0.5, 1.0}};
    Layer hidden = new Layer(Activation.RELU, weights, new double[] {0.0, 0.25, -0.125});
    double[][] outputWeights = {{0.5, 1.0, -0.75}, {1.25, -0.5, 0.25}};
    Layer output = new Layer(Activation.SIGMOID, outputWeights, new double[] {0.125, -0.25});
    List<Layer> layers = List.of(hidden, output);
    double[][] inputs = {{1.0, 0.5}, {1.0, -0.25}};
    double[][] targets = {{1.0, 0.0}, {0.0, 1.0}};
    Network network = new Network(layers, Cost.SQUARED_ERROR, Reduction.MEAN);
    return new Case("relu-at-its-kink", network, inputs, targets);
  }

  private static Objective softmax(Reduction reduction) {
    return new Objective(Activation.SOFTMAX, Cost.CROSS_ENTROPY, reduction);
  }

  /** The same as at the end, for programs that know one activation; softmax is never hidden. */
  private static Activation hiddenFor(Activation output) {
    return output == Activation.SOFTMAX ? Activation.SIGMOID : output;
  }

  private static Case next(
      RandomCases random, int[] widths, int samples, List<Activation> hidden, Objective ending) {
    String activations =
        Stream.concat(hidden.stream(), Stream.of(ending.activation()))
            .map(Spelling::of)
            .collect(Collectors.joining("+"));
    String name =
        "%s/%s/%s/%s/%s"
            .formatted(
                Arrays.stream(widths).mapToObj(Integer::toString).collect(Collectors.joining("-")),
                activations,
                Spelling.of(ending.cost()),
                Spelling.of(ending.reduction()),
                Plural.of(samples, "sample").replace(' ', '-'));
    return random.next(name, widths, samples, hidden, ending);
  }
}
