package backprop.parity.training.descent;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.training.data.DataSet;
import java.util.List;
import java.util.Optional;

/**
 * How to train on some data if nobody says otherwise: settings that are known to work.
 *
 * @param hidden the widths of the hidden layers
 * @param activation of the hidden layers
 * @param output activation of the last layer
 * @param optimiser the way down
 * @param learningRate for it
 * @param epochs passes over the data
 * @param batchSize samples per update; 0 for all of them
 */
public record TrainingDefaults(
    List<Integer> hidden,
    Activation activation,
    Activation output,
    Cost cost,
    Reduction reduction,
    OptimiserKind optimiser,
    double learningRate,
    int epochs,
    int batchSize) {
  /** All samples in one batch. */
  public static final int WHOLE = 0;

  /**
   * The recipe for some data: a built-in set has its own, files one for their kind, whatever their
   * name.
   *
   * @param wish that says where the data come from
   * @param data as they were read
   * @param hidden the hidden layers that were asked for, if any were
   */
  public static TrainingDefaults of(
      RequestedData wish, DataSet data, Optional<List<Integer>> hidden) {
    boolean curved = hidden.isPresent() && !hidden.get().isEmpty();
    TrainingDefaults recipe = wish.isBuiltIn() ? ofBuiltIn(wish.data()) : ofKind(data);
    return curved && recipe.hidden().isEmpty() ? curve() : recipe;
  }

  private static TrainingDefaults ofBuiltIn(String name) {
    return switch (name) {
      case "women" -> line();
      case "xor" -> truthValues();
      case "circles-and-crosses" -> circlesAndCrosses();
      case "digits" -> digits();
      default -> throw new IllegalArgumentException("no recipe for the built-in " + name);
    };
  }

  private static TrainingDefaults ofKind(DataSet data) {
    if (data.classes().isEmpty()) {
      return measurements(data);
    }
    return data.pictures().isPresent() ? pictures() : classes(data);
  }

  /** A straight line needs no hidden layer, and 15 samples no batches. */
  private static TrainingDefaults line() {
    return new TrainingDefaults(
        List.of(),
        Activation.IDENTITY,
        Activation.IDENTITY,
        Cost.SQUARED_ERROR,
        Reduction.MEAN,
        OptimiserKind.PLAIN,
        0.1,
        100,
        WHOLE);
  }

  private static TrainingDefaults truthValues() {
    return new TrainingDefaults(
        List.of(8),
        Activation.TANH,
        Activation.SIGMOID,
        Cost.BINARY_CROSS_ENTROPY,
        Reduction.MEAN,
        OptimiserKind.PLAIN,
        1.0,
        500,
        WHOLE);
  }

  /**
   * Source: 「【上級編】ディープラーニングでのパラメータ計算方法」, which steps down the steepest slope of the squared error
   * of all pictures.
   */
  private static TrainingDefaults circlesAndCrosses() {
    return new TrainingDefaults(
        List.of(3),
        Activation.SIGMOID,
        Activation.SIGMOID,
        Cost.SQUARED_ERROR,
        Reduction.SUM,
        OptimiserKind.PLAIN,
        0.5,
        500,
        WHOLE);
  }

  private static TrainingDefaults digits() {
    return new TrainingDefaults(
        List.of(64),
        Activation.RELU,
        Activation.SOFTMAX,
        Cost.CROSS_ENTROPY,
        Reduction.MEAN,
        OptimiserKind.PLAIN,
        0.3,
        30,
        10);
  }

  /** Source: 「逆誤差伝播法 - バックプロパゲーション 書き始め」 and its MNIST program: 784-30-10, batch 10, rate 3. */
  private static TrainingDefaults pictures() {
    return new TrainingDefaults(
        List.of(30),
        Activation.SIGMOID,
        Activation.SIGMOID,
        Cost.HALF_SQUARED_ERROR,
        Reduction.MEAN,
        OptimiserKind.PLAIN,
        3.0,
        10,
        10);
  }

  private static TrainingDefaults classes(DataSet data) {
    boolean yesOrNo = data.outputs() == 1;
    return new TrainingDefaults(
        List.of(32),
        Activation.TANH,
        yesOrNo ? Activation.SIGMOID : Activation.SOFTMAX,
        yesOrNo ? Cost.BINARY_CROSS_ENTROPY : Cost.CROSS_ENTROPY,
        Reduction.MEAN,
        OptimiserKind.PLAIN,
        0.1,
        100,
        10);
  }

  /**
   * A straight line, or plane: of inputs that are standardised, or between -1 and 1, the curvature of
   * its cost is at most 2 (inputs + 1), so this rate comes down to the least squares, whatever the
   * scale of what was measured.
   */
  private static TrainingDefaults measurements(DataSet data) {
    return new TrainingDefaults(
        List.of(),
        Activation.TANH,
        Activation.IDENTITY,
        Cost.SQUARED_ERROR,
        Reduction.MEAN,
        OptimiserKind.PLAIN,
        0.5 / (data.inputs() + 1),
        500,
        WHOLE);
  }

  private static TrainingDefaults curve() {
    return new TrainingDefaults(
        List.of(),
        Activation.TANH,
        Activation.IDENTITY,
        Cost.SQUARED_ERROR,
        Reduction.MEAN,
        OptimiserKind.ADAM,
        0.01,
        300,
        10);
  }
}
