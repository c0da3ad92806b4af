package backprop.parity.suites;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.model.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Random questions over the whole network language; the same seed asks the same on every machine.
 *
 * <p>The numbers are mild, so that every correct program stays close to every other. They come from
 * {@link Random}, the one generator whose every bit the platform specifies, normal ones included.
 */
public final class RandomCases {
  /** The most layers a random network has. */
  public static final int DEEPEST = 5;

  /** The most neurons a random layer has: enough to make the widths of all layers different. */
  public static final int WIDEST = 8;

  /** The most samples a random batch has: one more than any width. */
  public static final int LARGEST_BATCH = 9;

  private static final List<Objective> ENDINGS = Objective.all();

  /** All but softmax, which only the last layer can be. */
  static final List<Activation> HIDDEN =
      Arrays.stream(Activation.values()).filter(f -> f != Activation.SOFTMAX).toList();

  private final long seed;
  private final Random random;
  private int number;

  /** Starts a sequence of cases. */
  public RandomCases(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** The next case of any shape; about half of them ask for step 8 too. */
  public Case next() {
    number++;
    int depth = 1 + random.nextInt(DEEPEST);
    int[] widths = widths(depth + 1);
    int samples = 1 + random.nextInt(LARGEST_BATCH);
    List<Activation> hidden = new ArrayList<>();
    for (int l = 1; l < depth; l++) {
      hidden.add(HIDDEN.get(random.nextInt(HIDDEN.size())));
    }
    Objective ending = ENDINGS.get(random.nextInt(ENDINGS.size()));
    boolean withUpdate = random.nextBoolean();
    Case shaped = next("random-%d-%d".formatted(seed, number), widths, samples, hidden, ending);
    return withUpdate ? withLearningRate(shaped, random.nextDouble()) : shaped;
  }

  /**
   * The next case of a given shape.
   *
   * @param widths of the inputs and of every layer, at least two
   * @param hidden the activation of every layer but the last
   */
  public Case next(
      String name, int[] widths, int samples, List<Activation> hidden, Objective ending) {
    List<Layer> layers = new ArrayList<>();
    for (int l = 1; l < widths.length; l++) {
      boolean last = l == widths.length - 1;
      Activation activation = last ? ending.activation() : hidden.get(l - 1);
      double scale = 1.0 / StrictMath.sqrt(widths[l - 1]);
      double[][] weights = normal(widths[l], widths[l - 1], scale);
      double[][] biases = normal(1, widths[l], 0.5);
      layers.add(new Layer(activation, weights, biases[0]));
    }
    Network network = new Network(layers, ending.cost(), ending.reduction());
    double[][] inputs = normal(widths[0], samples, 1.0);
    double[][] targets = new double[samples][];
    for (int s = 0; s < samples; s++) {
      targets[s] = target(ending, widths[widths.length - 1]);
    }
    return new Case(name, network, inputs, Rows.transpose(targets));
  }

  /** The same question with step 8. */
  public static Case withLearningRate(Case question, double learningRate) {
    return question.withLearningRate(learningRate);
  }

  /** All different, all the same, all 1, or as it comes. */
  private int[] widths(int count) {
    List<Integer> shuffled = new ArrayList<>(IntStream.rangeClosed(1, WIDEST).boxed().toList());
    Collections.shuffle(shuffled, random);
    int first = shuffled.get(0);
    return switch (random.nextInt(4)) {
      case 0 -> IntStream.range(0, count).map(shuffled::get).toArray();
      case 1 -> IntStream.range(0, count).map(l -> first).toArray();
      case 2 -> IntStream.range(0, count).map(l -> 1).toArray();
      default -> IntStream.range(0, count).map(l -> 1 + random.nextInt(WIDEST)).toArray();
    };
  }

  private double[][] normal(int rows, int columns, double scale) {
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      for (int i = 0; i < columns; i++) {
        row[i] = scale * random.nextGaussian();
      }
    }
    return values;
  }

  /** One sample's targets, where the cost is defined; one sample in four has soft ones. */
  private double[] target(Objective ending, int outputs) {
    boolean soft = random.nextInt(4) == 0;
    if (ending.activation() == Activation.SOFTMAX || ending.cost() == Cost.CROSS_ENTROPY) {
      return soft ? shares(outputs) : oneHot(outputs);
    }
    if (ending.cost() == Cost.BINARY_CROSS_ENTROPY) {
      return random
          .doubles(outputs)
          .map(probability -> soft ? probability : StrictMath.rint(probability))
          .toArray();
    }
    return normal(1, outputs, 1.0)[0];
  }

  private double[] oneHot(int outputs) {
    double[] target = new double[outputs];
    target[random.nextInt(outputs)] = 1.0;
    return target;
  }

  /** Numbers between 0 and 1 with the sum 1. */
  private double[] shares(int outputs) {
    double[] parts = new double[outputs];
    double sum = 0.0;
    for (int j = 0; j < outputs; j++) {
      parts[j] = 0.01 + random.nextDouble();
      sum += parts[j];
    }
    for (int j = 0; j < outputs; j++) {
      parts[j] = parts[j] / sum;
    }
    return parts;
  }
}
