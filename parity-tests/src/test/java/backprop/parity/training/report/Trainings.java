package backprop.parity.training.report;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.loops.fast.Workspace;
import backprop.parity.training.data.DataSet;
import backprop.parity.training.data.Digits;
import backprop.parity.training.data.PictureSize;
import backprop.parity.training.descent.Epoch;
import backprop.parity.training.descent.TrainingRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/** Trainings to report on: a real one, and some that are made up to be awkward. */
final class Trainings {
  private static final int LEARNED = 1437;
  private static final int BATCH = 10;
  private static final double LEARNING_RATE = 0.1;

  private static final TrainingRun DIGITS = trained(12);

  private Trainings() {}

  /** Handwritten digits, 360 of them held out. */
  static TrainingRun digits() {
    return DIGITS;
  }

  private static TrainingRun trained(int epochs) {
    DataSet all = allDigits();
    double[][][] learned = rows(all, 0, LEARNED);
    double[][][] heldOut = rows(all, LEARNED, all.size());
    List<Epoch> course = new ArrayList<>();
    try (Workspace training = new Workspace(start(), BATCH, 1);
        Workspace judging = new Workspace(start(), LEARNED, 1)) {
      for (int number = 1; number <= epochs; number++) {
        for (int s = 0; s + BATCH <= LEARNED; s += BATCH) {
          double[][] inputs = Arrays.copyOfRange(learned[0], s, s + BATCH);
          training.compute(inputs, Arrays.copyOfRange(learned[1], s, s + BATCH));
          training.update(LEARNING_RATE);
        }
        judging.load(training.network());
        Epoch.Score ofLearned = score(judging, learned);
        course.add(new Epoch(number, ofLearned, Optional.of(score(judging, heldOut)), 0.05));
      }
      Map<String, String> settings = new LinkedHashMap<>();
      settings.put("layers", "64-30-10");
      settings.put("batch size", "10");
      settings.put("learning rate", "0.1");
      DataSet judged = new DataSet("digits", heldOut[0], heldOut[1], all.classes(), all.pictures());
      String ending = "It stopped after the %d epochs asked for.".formatted(epochs);
      return new TrainingRun(
          judged.name(), settings, ending, course, judged, judging.activations(2));
    }
  }

  private static DataSet allDigits() {
    Digits digits = Digits.load();
    double[][] inputs = new double[digits.size()][];
    double[][] targets = new double[digits.size()][Digits.LABELS];
    for (int s = 0; s < digits.size(); s++) {
      inputs[s] = digits.pixels(s);
      targets[s][digits.label(s)] = 1.0;
    }
    Optional<PictureSize> pictures = Optional.of(new PictureSize(8, 8));
    return new DataSet("digits", inputs, targets, names(Digits.LABELS), pictures);
  }

  private static double[][][] rows(DataSet all, int from, int to) {
    double[][] inputs = IntStream.range(from, to).mapToObj(all::input).toArray(double[][]::new);
    double[][] targets = IntStream.range(from, to).mapToObj(all::target).toArray(double[][]::new);
    return new double[][][] {inputs, targets};
  }

  private static Network start() {
    Random random = new Random(5);
    Layer hidden = layer(random, Activation.TANH, 30, Digits.PIXELS);
    Layer output = layer(random, Activation.SOFTMAX, Digits.LABELS, 30);
    return new Network(List.of(hidden, output), Cost.CROSS_ENTROPY, Reduction.MEAN);
  }

  private static Layer layer(Random random, Activation activation, int outputs, int inputs) {
    double[][] weights = new double[outputs][inputs];
    for (double[] row : weights) {
      Arrays.setAll(row, i -> random.nextGaussian() / StrictMath.sqrt(inputs));
    }
    return new Layer(activation, weights, new double[outputs]);
  }

  private static Epoch.Score score(Workspace judging, double[][][] samples) {
    judging.compute(samples[0], samples[1]);
    double[][] outputs = judging.activations(2);
    int right = 0;
    for (int s = 0; s < outputs.length; s++) {
      right += DataSet.decision(outputs[s]) == DataSet.decision(samples[1][s]) ? 1 : 0;
    }
    return new Epoch.Score(judging.cost(), OptionalDouble.of((double) right / outputs.length));
  }

  /** So many classes, called 0, 1, 2 and so on. */
  static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  /** Made-up outputs for made-up samples of these classes: about one in three is misread. */
  static TrainingRun made(List<String> classes, int samples, List<Epoch> epochs) {
    Random random = new Random(2);
    double[][] inputs = new double[samples][2];
    double[][] targets = new double[samples][classes.size()];
    double[][] outputs = new double[samples][classes.size()];
    for (int s = 0; s < samples; s++) {
      int was = s % classes.size();
      targets[s][was] = 1.0;
      Arrays.setAll(inputs[s], i -> random.nextGaussian());
      Arrays.setAll(outputs[s], j -> random.nextDouble() / 3.0);
      outputs[s][random.nextInt(3) == 0 ? random.nextInt(classes.size()) : was] += 0.6;
    }
    DataSet judged = new DataSet("made up", inputs, targets, classes, Optional.empty());
    return new TrainingRun(judged.name(), Map.of(), "It stopped.", epochs, judged, outputs);
  }

  /** Measured samples, one input and one output, and what a line makes of them. */
  static TrainingRun line(int samples) {
    Random random = new Random(4);
    double[][] inputs = new double[samples][1];
    double[][] targets = new double[samples][1];
    double[][] outputs = new double[samples][1];
    for (int s = 0; s < samples; s++) {
      inputs[s][0] = 110.0 + 60.0 * random.nextDouble();
      outputs[s][0] = 25.7 + 0.287 * inputs[s][0];
      targets[s][0] = outputs[s][0] + random.nextGaussian();
    }
    DataSet judged = new DataSet("women", inputs, targets, List.of(), Optional.empty());
    return new TrainingRun(
        judged.name(), Map.of("layers", "1-1"), "It stopped.", costs(3, 2, 1), judged, outputs);
  }

  /** The four rows of exclusive or, of which one is read wrong, with one output. */
  static TrainingRun exclusiveOr() {
    double[][] inputs = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    double[][] targets = {{0}, {1}, {1}, {0}};
    double[][] outputs = {{0.1}, {0.9}, {0.8}, {0.75}};
    DataSet judged = new DataSet("xor", inputs, targets, List.of("0", "1"), Optional.empty());
    return new TrainingRun(
        judged.name(), Map.of(), "It stopped.", costs(0.5, 0.4), judged, outputs);
  }

  /** The same samples, all of them read right. */
  static TrainingRun perfect() {
    TrainingRun run = exclusiveOr();
    double[][] outputs = {{0.1}, {0.9}, {0.8}, {0.25}};
    return new TrainingRun(
        run.data(), run.settings(), run.ending(), run.epochs(), run.judged(), outputs);
  }

  /** Circles and crosses, 3 × 3 pixels, all read as the circle. */
  static TrainingRun circlesAndCrosses() {
    double[][] inputs = {{1, 1, 1, 1, 0, 1, 1, 1, 1}, {1, 0, 1, 0, 1, 0, 1, 0, 1}};
    double[][] targets = {{1, 0}, {0, 1}};
    double[][] outputs = {{0.9, 0.2}, {0.7, 0.6}};
    Optional<PictureSize> size = Optional.of(new PictureSize(3, 3));
    DataSet judged = new DataSet("circles-and-crosses", inputs, targets, List.of("○", "×"), size);
    return new TrainingRun(
        judged.name(), Map.of(), "It stopped.", costs(0.4, 0.3), judged, outputs);
  }

  /** Epochs with these costs on the samples learned from, and nothing else. */
  static List<Epoch> costs(double... costs) {
    return IntStream.range(0, costs.length)
        .mapToObj(
            index -> {
              Epoch.Score score = new Epoch.Score(costs[index], OptionalDouble.empty());
              return new Epoch(index + 1, score, Optional.empty(), 0.1);
            })
        .toList();
  }
}
