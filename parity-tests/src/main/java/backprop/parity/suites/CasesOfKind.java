package backprop.parity.suites;

import backprop.loops.Activation;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.model.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Small networks of every kind, one after the other, always the same ones: shapes in which a wrong
 * index, a wrong factor or a wrong transpose shows, with one-hot targets and others.
 */
final class CasesOfKind {
  private static final long SEED = 20260103;

  /** The inputs' width, then each layer's: all different, or square. */
  private static final int[][] WIDTHS = {
    {3, 4, 2},
    {4, 3},
    {2, 3, 4, 3},
    {3, 3, 3},
    {2, 5, 1},
    {3, 3},
    {3, 3, 3, 3},
    {4, 2, 3},
    {5, 1},
    {4, 5, 3, 1}
  };

  private static final int[] SAMPLES = {5, 1, 4, 6, 2, 1, 3};
  private static final double[] LEARNING_RATES = {0.3, 0.07, 0.6};

  private final RandomCases random = new RandomCases(SEED);
  private final boolean biases;
  private int number;

  /**
   * @param biases whether the layers have any
   */
  CasesOfKind(boolean biases) {
    this.biases = biases;
  }

  /** The next one; hidden layers have one of the activations, if any is given. */
  Case next(Set<Activation> activations) {
    List<Activation> hidden = new ArrayList<>(activations);
    hidden.remove(Activation.SOFTMAX);
    if (hidden.isEmpty()) {
      hidden.add(Activation.SIGMOID);
      hidden.add(Activation.TANH);
      hidden.add(Activation.RELU);
    }
    List<Objective> endings =
        Objective.all().stream()
            .filter(ending -> activations.isEmpty() || activations.contains(ending.activation()))
            .toList();
    Objective ending = endings.get(number % endings.size());
    // Shapes, batches and activations change from case to case, and meet others in each round.
    int turn = number + number / endings.size();
    int[] widths = WIDTHS[turn % WIDTHS.length];
    int samples = SAMPLES[turn % SAMPLES.length];
    Activation first = hidden.get(turn % hidden.size());
    List<Activation> layers = IntStream.range(2, widths.length).mapToObj(l -> first).toList();
    number++;
    String name = "made-%d/%s/%s".formatted(number, joined(widths), slashed(ending));
    Case made = random.next(name, widths, samples, layers, ending);
    boolean classes = turn % 3 == 2;
    Case withTargets = classes ? oneHot(made) : made;
    Case question = biases ? withTargets : withoutBiases(withTargets);
    return question.withLearningRate(LEARNING_RATES[turn % LEARNING_RATES.length]);
  }

  private static String joined(int[] widths) {
    return IntStream.of(widths).mapToObj(Integer::toString).collect(Collectors.joining("-"));
  }

  private static String slashed(Objective ending) {
    return ending.toString().replace(", ", "/");
  }

  private static Case oneHot(Case made) {
    double[][] targets = Rows.copy(made.targets());
    for (int s = 0; s < made.samples(); s++) {
      for (int j = 0; j < targets.length; j++) {
        targets[j][s] = j == s % targets.length ? 1.0 : 0.0;
      }
    }
    return new Case(
        made.name(),
        made.network(),
        made.inputs(),
        targets,
        made.learningRate(),
        made.weightLayout());
  }

  private static Case withoutBiases(Case made) {
    Network network = made.network();
    List<Layer> layers =
        network.layers().stream()
            .map(
                layer ->
                    new Layer(layer.activation(), layer.weights(), new double[layer.outputs()]))
            .toList();
    return new Case(
        made.name(),
        new Network(layers, network.cost(), network.reduction()),
        made.inputs(),
        made.targets(),
        made.learningRate(),
        made.weightLayout(),
        IntStream.rangeClosed(1, network.depth()).boxed().collect(Collectors.toSet()));
  }
}
