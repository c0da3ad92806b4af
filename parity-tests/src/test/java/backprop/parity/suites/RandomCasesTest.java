package backprop.parity.suites;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random cases reach everything the network language can say, and repeat exactly. */
class RandomCasesTest {
  private static final int MANY = 2000;

  @Test
  void theSameSeedAsksTheSame() {
    RandomCases left = new RandomCases(7);
    RandomCases right = new RandomCases(7);
    for (int number = 0; number < 100; number++) {
      assertThat(text(left.next())).isEqualTo(text(right.next()));
    }
  }

  @Test
  void anotherSeedAsksSomethingElse() {
    assertThat(new RandomCases(7).next().inputs()).isNotEqualTo(new RandomCases(8).next().inputs());
  }

  /** The hundredth case of seed 7, written down: the same on every machine. */
  @Test
  void theSequenceIsTheRecordedOne() {
    RandomCases random = new RandomCases(7);
    Case hundredth = Stream.generate(random::next).skip(99).findFirst().orElseThrow();
    assertThat(hundredth.name()).isEqualTo("random-7-100");
    assertThat(hundredth.network().layer(1).weights()[0][0]).isEqualTo(0x1.91d8fdac95ce6p-3);
  }

  @Test
  void everyEndingIsReached() {
    assertThat(all(question -> Stream.of(ending(question))))
        .containsOnlyOnceElementsOf(Objective.all());
  }

  @Test
  void everyDepthIsReached() {
    assertThat(all(question -> Stream.of(question.network().depth())))
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
  }

  @Test
  void everyBatchSizeIsReached() {
    List<Integer> sizes = IntStream.rangeClosed(1, RandomCases.LARGEST_BATCH).boxed().toList();
    assertThat(all(question -> Stream.of(question.samples())))
        .containsExactlyInAnyOrderElementsOf(sizes);
  }

  @Test
  void everyHiddenActivationIsReached() {
    assertThat(all(RandomCasesTest::hiddenActivations))
        .containsExactlyInAnyOrder(
            Activation.IDENTITY,
            Activation.SIGMOID,
            Activation.TANH,
            Activation.RELU,
            Activation.LEAKY_RELU);
  }

  @Test
  void deepNetworksHaveWidthsAllDifferentOrAllEqualOrAllOne() {
    List<List<Integer>> widths =
        all(question -> Stream.of(widths(question))).stream()
            .filter(list -> list.size() == RandomCases.DEEPEST + 1)
            .toList();
    assertThat(widths).anyMatch(list -> list.stream().distinct().count() == list.size());
    assertThat(widths).anyMatch(list -> list.get(0) > 1 && list.stream().distinct().count() == 1);
    assertThat(widths).anyMatch(list -> list.stream().allMatch(width -> width == 1));
  }

  @Test
  void someAskForAnUpdateAndSomeDoNot() {
    assertThat(all(question -> Stream.of(question.learningRate().isPresent())))
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void probabilitiesAreTheTargetsOfCostsWithALogarithm() {
    List<Double> targets =
        all(
            question -> {
              Cost cost = question.network().cost();
              boolean logarithm = cost == Cost.CROSS_ENTROPY || cost == Cost.BINARY_CROSS_ENTROPY;
              return logarithm ? entries(question.targets()) : Stream.empty();
            });
    assertThat(targets).contains(0.0, 1.0).allMatch(target -> target >= 0.0 && target <= 1.0);
    assertThat(targets).as("soft targets").anyMatch(target -> target > 0.0 && target < 1.0);
  }

  @Test
  void everyCostAndEveryGradientIsFinite() {
    assertThat(
            all(
                question -> {
                  Result answer = new LoopsSource().answer(question);
                  double[][] gradients = answer.values(Quantity.WEIGHT_GRADIENTS, 1).orElseThrow();
                  return Stream.concat(Stream.of(answer.cost().orElseThrow()), entries(gradients));
                }))
        .allMatch(Double::isFinite);
  }

  /** What the function finds in many cases, each once. */
  private static <T> List<T> all(Function<Case, Stream<T>> property) {
    RandomCases random = new RandomCases(1);
    return Stream.generate(random::next).limit(MANY).flatMap(property).distinct().toList();
  }

  private static Objective ending(Case question) {
    Network network = question.network();
    Activation last = network.layer(network.depth()).activation();
    return new Objective(last, network.cost(), network.reduction());
  }

  private static Stream<Activation> hiddenActivations(Case question) {
    List<Layer> layers = question.network().layers();
    return layers.subList(0, layers.size() - 1).stream().map(Layer::activation);
  }

  private static List<Integer> widths(Case question) {
    Stream<Integer> inputs = Stream.of(question.inputs().length);
    return Stream.concat(inputs, question.network().layers().stream().map(Layer::outputs)).toList();
  }

  private static Stream<Double> entries(double[][] rows) {
    return Arrays.stream(rows).flatMap(row -> Arrays.stream(row).boxed());
  }

  private static String text(Case question) {
    StringBuilder text = new StringBuilder(question.name() + ending(question));
    text.append(question.learningRate()).append(hiddenActivations(question).toList());
    text.append(Arrays.deepToString(question.inputs()));
    text.append(Arrays.deepToString(question.targets()));
    for (Layer layer : question.network().layers()) {
      text.append(Arrays.deepToString(layer.weights())).append(Arrays.toString(layer.biases()));
    }
    return text.toString();
  }
}
