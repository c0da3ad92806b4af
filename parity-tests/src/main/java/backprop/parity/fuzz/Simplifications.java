package backprop.parity.fuzz;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.fuzz.NetworkDraft.LayerDraft;
import backprop.parity.model.Case;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Every case that is a little simpler than another, the boldest simplification first. */
final class Simplifications {
  private static final List<Activation> SIMPLEST_FIRST =
      List.of(
          Activation.IDENTITY,
          Activation.RELU,
          Activation.SIGMOID,
          Activation.TANH,
          Activation.LEAKY_RELU,
          Activation.SOFTMAX);
  private static final List<Cost> SIMPLEST_COST_FIRST =
      List.of(
          Cost.HALF_SQUARED_ERROR,
          Cost.SQUARED_ERROR,
          Cost.BINARY_CROSS_ENTROPY,
          Cost.CROSS_ENTROPY);

  private final Case question;
  private final List<Case> simpler = new ArrayList<>();

  private Simplifications(Case question) {
    this.question = question;
  }

  /** Fewer layers, samples and neurons, then plainer functions. */
  static List<Case> ofStructure(Case question) {
    Simplifications all = new Simplifications(question);
    all.dropSamples();
    all.dropLayers();
    all.dropEqualSizes();
    all.dropNeurons();
    all.simplifyFunctions();
    return all.simpler;
  }

  /** Rounder numbers, all of them at once and then one by one. */
  static List<Case> ofNumbers(Case question) {
    Simplifications all = new Simplifications(question);
    all.roundNumbers();
    return all.simpler;
  }

  private void add(Consumer<NetworkDraft> change) {
    NetworkDraft draft = new NetworkDraft(question);
    change.accept(draft);
    Optional<Case> changed = draft.toCase();
    changed.ifPresent(simpler::add);
  }

  private void dropSamples() {
    int samples = question.samples();
    if (samples > 2) {
      add(draft -> keepSamples(draft, 0, samples / 2));
      add(draft -> keepSamples(draft, samples / 2, samples));
    }
    for (int dropped = 0; dropped < samples && samples > 1; dropped++) {
      int sample = dropped;
      add(
          draft -> {
            draft.inputs = without(draft.inputs, sample);
            draft.targets = without(draft.targets, sample);
          });
    }
  }

  private static void keepSamples(NetworkDraft draft, int first, int end) {
    draft.inputs = Arrays.copyOfRange(draft.inputs, first, end);
    draft.targets = Arrays.copyOfRange(draft.targets, first, end);
  }

  /** The layer behind a dropped one gets as many columns as now come in, its own over and over. */
  private void dropLayers() {
    int depth = question.network().depth();
    for (int dropped = 0; dropped < depth - 1; dropped++) {
      int index = dropped;
      add(
          draft -> {
            int inputs = draft.layers.remove(index).weights[0].length;
            LayerDraft next = draft.layers.get(index);
            for (int j = 0; j < next.weights.length; j++) {
              double[] row = next.weights[j];
              next.weights[j] =
                  IntStream.range(0, inputs).mapToDouble(i -> row[i % row.length]).toArray();
            }
          });
    }
  }

  /** Some mistakes need squares, so two equal sizes shrink together, or all of them. */
  private void dropEqualSizes() {
    List<Integer> sizes = new ArrayList<>(List.of(question.network().layer(1).inputs()));
    question.network().layers().forEach(layer -> sizes.add(layer.outputs()));
    sizes.add(question.samples());
    for (int size : sizes.stream().distinct().filter(each -> each > 1).toList()) {
      List<Integer> equal =
          IntStream.range(0, sizes.size()).filter(at -> sizes.get(at) == size).boxed().toList();
      if (equal.size() > 1) {
        add(draft -> equal.forEach(at -> dropLast(draft, at, size)));
      }
      for (int first : equal) {
        for (int second : equal) {
          if (first < second) {
            add(draft -> List.of(first, second).forEach(at -> dropLast(draft, at, size)));
          }
        }
      }
    }
  }

  /** The inputs are at 0, the neurons of layer l at l, the samples behind the last layer. */
  private static void dropLast(NetworkDraft draft, int at, int size) {
    if (at == 0) {
      dropInput(draft, size - 1);
    } else if (at > draft.layers.size()) {
      keepSamples(draft, 0, size - 1);
    } else {
      dropNeuron(draft, at - 1, size - 1);
    }
  }

  private void dropNeurons() {
    int depth = question.network().depth();
    for (int l = 1; l <= depth; l++) {
      int index = l - 1;
      int outputs = question.network().layer(l).outputs();
      for (int dropped = 0; dropped < outputs && outputs > 1; dropped++) {
        int neuron = dropped;
        add(draft -> dropNeuron(draft, index, neuron));
      }
    }
    int inputs = question.network().layer(1).inputs();
    for (int dropped = 0; dropped < inputs && inputs > 1; dropped++) {
      int input = dropped;
      add(draft -> dropInput(draft, input));
    }
  }

  private static void dropInput(NetworkDraft draft, int input) {
    dropColumn(draft.inputs, input);
    dropColumn(draft.layers.get(0).weights, input);
  }

  private static void dropNeuron(NetworkDraft draft, int index, int neuron) {
    LayerDraft layer = draft.layers.get(index);
    layer.weights = without(layer.weights, neuron);
    layer.biases = without(layer.biases, neuron);
    boolean last = index == draft.layers.size() - 1;
    dropColumn(last ? draft.targets : draft.layers.get(index + 1).weights, neuron);
  }

  private static void dropColumn(double[][] rows, int column) {
    for (int row = 0; row < rows.length; row++) {
      rows[row] = without(rows[row], column);
    }
  }

  private static double[][] without(double[][] rows, int dropped) {
    return IntStream.range(0, rows.length)
        .filter(row -> row != dropped)
        .mapToObj(row -> rows[row])
        .toArray(double[][]::new);
  }

  private static double[] without(double[] row, int dropped) {
    return IntStream.range(0, row.length)
        .filter(index -> index != dropped)
        .mapToDouble(index -> row[index])
        .toArray();
  }

  private void simplifyFunctions() {
    if (question.learningRate().isPresent()) {
      add(draft -> draft.learningRate = OptionalDouble.empty());
    }
    if (question.network().reduction() != Reduction.SUM) {
      add(draft -> draft.reduction = Reduction.SUM);
    }
    for (Cost simple : SIMPLEST_COST_FIRST) {
      if (simple == question.network().cost()) {
        break;
      }
      add(draft -> draft.cost = simple);
    }
    for (int l = 1; l <= question.network().depth(); l++) {
      int index = l - 1;
      for (Activation simple : SIMPLEST_FIRST) {
        if (simple == question.network().layer(l).activation()) {
          break;
        }
        add(draft -> draft.layers.get(index).activation = simple);
      }
    }
  }

  private void roundNumbers() {
    roundAll(1);
    roundAll(2);
    roundOneByOne(Simplifications::offsets, true);
    roundOneByOne(Simplifications::couplings, false);
    if (question.learningRate().isPresent()) {
      for (double rounder : rounderThan(question.learningRate().getAsDouble(), false)) {
        add(draft -> draft.learningRate = OptionalDouble.of(rounder));
      }
    }
  }

  private void roundOneByOne(Function<NetworkDraft, List<double[]>> numbers, boolean mayVanish) {
    List<double[]> now = numbers.apply(new NetworkDraft(question));
    for (int row = 0; row < now.size(); row++) {
      for (int at = 0; at < now.get(row).length; at++) {
        int which = row;
        int place = at;
        for (double rounder : rounderThan(now.get(row)[at], mayVanish)) {
          add(draft -> numbers.apply(draft).get(which)[place] = rounder);
        }
      }
    }
  }

  /** Nothing is simpler than itself: left out if every number is that round already. */
  private void roundAll(int digits) {
    boolean round =
        rows(new NetworkDraft(question)).stream()
            .flatMapToDouble(Arrays::stream)
            .allMatch(value -> rounded(value, digits) == value);
    if (!round) {
      add(draft -> rows(draft).forEach(row -> Arrays.setAll(row, at -> rounded(row[at], digits))));
    }
  }

  /** Every number of the case but the learning rate, row by row. */
  private static List<double[]> rows(NetworkDraft draft) {
    List<double[]> rows = new ArrayList<>(offsets(draft));
    rows.addAll(couplings(draft));
    return rows;
  }

  /** Biases and targets: nothing is lost where they are 0. */
  private static List<double[]> offsets(NetworkDraft draft) {
    List<double[]> rows = new ArrayList<>();
    draft.layers.forEach(layer -> rows.add(layer.biases));
    rows.addAll(List.of(draft.targets));
    return rows;
  }

  /** Weights and inputs: where one is 0, whatever comes through it no longer shows. */
  private static List<double[]> couplings(NetworkDraft draft) {
    List<double[]> rows = new ArrayList<>();
    draft.layers.forEach(layer -> rows.addAll(List.of(layer.weights)));
    rows.addAll(List.of(draft.inputs));
    return rows;
  }

  /** 0, 1, whole numbers, one digit, two digits: as far as they are rounder than the number. */
  private static List<Double> rounderThan(double value, boolean mayVanish) {
    double whole = value == 0.0 ? 0.0 : StrictMath.rint(value);
    List<Double> rounder = new ArrayList<>();
    for (double candidate :
        new double[] {0.0, 1.0, -1.0, whole, rounded(value, 1), rounded(value, 2)}) {
      if (Double.doubleToLongBits(candidate) == Double.doubleToLongBits(value)) {
        break;
      }
      if ((candidate != 0.0 || mayVanish) && !rounder.contains(candidate)) {
        rounder.add(candidate);
      }
    }
    return rounder;
  }

  private static double rounded(double value, int digits) {
    return value == 0.0
        ? 0.0
        : new BigDecimal(value)
            .round(new MathContext(digits, RoundingMode.HALF_EVEN))
            .doubleValue();
  }
}
