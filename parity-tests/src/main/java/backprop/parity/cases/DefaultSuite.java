package backprop.parity.cases;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The cases that every candidate is asked: mild numbers, so that every right program agrees, and
 * shapes in which a wrong one shows.
 */
public final class DefaultSuite {
  private static final List<Activation> HIDDEN =
      List.of(
          Activation.SIGMOID,
          Activation.TANH,
          Activation.RELU,
          Activation.LEAKY_RELU,
          Activation.IDENTITY);
  private static final Ending COMMON =
      new Ending(Activation.SOFTMAX, Cost.CROSS_ENTROPY, Reduction.MEAN);

  private DefaultSuite() {}

  /** Every case, each with a name of its own, always in the same order. */
  public static List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    WorkedExamples.names().forEach(name -> cases.add(WorkedExamples.named(name)));
    RandomCases random = new RandomCases(2026);
    cases.addAll(everyEnding(random));
    cases.addAll(everyDepth(random));
    cases.addAll(squareLayers(random));
    cases.add(exactKink());
    cases.addAll(ExactLane.cases());
    return List.copyOf(cases);
  }

  /** Every activation of the last layer × cost × reduction, behind each hidden activation in turn. */
  private static List<Case> everyEnding(RandomCases random) {
    List<Ending> endings = Ending.all();
    List<Case> cases = new ArrayList<>();
    for (int number = 0; number < endings.size(); number++) {
      Ending ending = endings.get(number);
      Activation hidden = HIDDEN.get(number % HIDDEN.size());
      String name =
          "%s-then-%s".formatted(Spelling.of(hidden), ending.toString().replace(", ", "-"));
      // Widths and batch all differ: no transpose and no count can hide behind another.
      Case question = random.next(name, new int[] {3, 4, 2}, 5, List.of(hidden), ending);
      cases.add(number % 4 == 0 ? RandomCases.withLearningRate(question, 0.25) : question);
    }
    return cases;
  }

  private static List<Case> everyDepth(RandomCases random) {
    int[] widths = {2, 5, 4, 6, 7, 3};
    List<Case> cases = new ArrayList<>();
    for (int depth = 1; depth <= RandomCases.DEEPEST; depth++) {
      int[] used = new int[depth + 1];
      System.arraycopy(widths, 0, used, 0, depth);
      used[depth] = 3;
      Case question = random.next("depth-" + depth, used, 4, HIDDEN.subList(0, depth - 1), COMMON);
      cases.add(depth == 2 ? inputsByOutputs(question) : question);
    }
    return cases;
  }

  private static Case inputsByOutputs(Case question) {
    return new Case(
        question.name() + "-inputs-by-outputs",
        question.network(),
        question.inputs(),
        question.targets(),
        OptionalDouble.of(0.5),
        WeightLayout.INPUTS_BY_OUTPUTS);
  }

  /** Where widths are equal a wrong transpose has the right shape, and only its numbers tell. */
  private static List<Case> squareLayers(RandomCases random) {
    List<Case> cases = new ArrayList<>();
    for (Activation hidden : HIDDEN) {
      String name = "square-" + Spelling.of(hidden);
      Ending ending = new Ending(Activation.TANH, Cost.SQUARED_ERROR, Reduction.MEAN);
      List<Activation> twice = List.of(hidden, hidden);
      Case question = random.next(name, new int[] {2, 2, 2, 2}, 3, twice, ending);
      cases.add(RandomCases.withLearningRate(question, 0.5));
    }
    List<Activation> sigmoids = List.of(Activation.SIGMOID, Activation.SIGMOID);
    cases.add(random.next("square-softmax", new int[] {2, 2, 2, 2}, 6, sigmoids, COMMON));
    return cases;
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
}
