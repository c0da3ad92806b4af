package backprop.parity.train;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.data.DataSet;
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
public record Recipe(
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
  public static Recipe of(DataWish wish, DataSet data, Optional<List<Integer>> hidden) {
    boolean curved = hidden.isPresent() && !hidden.get().isEmpty();
    Recipe recipe = wish.isBuiltIn() ? ofBuiltIn(wish.data()) : ofKind(data);
    return curved && recipe.hidden().isEmpty() ? curve() : recipe;
  }

  private static Recipe ofBuiltIn(String name) {
    return switch (name) {
      case "women" -> line();
      case "xor" -> truthValues();
      case "circles-and-crosses" -> circlesAndCrosses();
      case "digits" -> digits();
      default -> throw new IllegalArgumentException("no recipe for the built-in " + name);
    };
  }

  private static Recipe ofKind(DataSet data) {
    if (data.classes().isEmpty()) {
      return measurements(data);
    }
    return data.pictures().isPresent() ? pictures() : classes(data);
  }

  /** A straight line needs no hidden layer, and 15 samples no batches. */
  private static Recipe line() {
    return new Recipe(
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

  private static Recipe truthValues() {
    return new Recipe(
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
  private static Recipe circlesAndCrosses() {
    return new Recipe(
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

  private static Recipe digits() {
    return new Recipe(
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
  private static Recipe pictures() {
    return new Recipe(
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

  private static Recipe classes(DataSet data) {
    boolean yesOrNo = data.outputs() == 1;
    return new Recipe(
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
  private static Recipe measurements(DataSet data) {
    return new Recipe(
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

  private static Recipe curve() {
    return new Recipe(
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
