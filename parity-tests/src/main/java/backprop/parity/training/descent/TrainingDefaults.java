package backprop.parity.training.descent;

import static backprop.loops.Activation.IDENTITY;
import static backprop.loops.Activation.RELU;
import static backprop.loops.Activation.SIGMOID;
import static backprop.loops.Activation.SOFTMAX;
import static backprop.loops.Activation.TANH;
import static backprop.loops.Cost.BINARY_CROSS_ENTROPY;
import static backprop.loops.Cost.CROSS_ENTROPY;
import static backprop.loops.Cost.HALF_SQUARED_ERROR;
import static backprop.loops.Cost.SQUARED_ERROR;
import static backprop.loops.Reduction.MEAN;
import static backprop.loops.Reduction.SUM;
import static backprop.parity.training.descent.OptimiserKind.ADAM;
import static backprop.parity.training.descent.OptimiserKind.PLAIN;

import backprop.loops.Activation;
import backprop.parity.model.Objective;
import backprop.parity.training.data.DataSet;
import java.util.List;
import java.util.Optional;

/**
 * How to train on some data if nobody says otherwise: settings that are known to work.
 *
 * @param hidden the widths of the hidden layers
 * @param activation of the hidden layers
 * @param objective the last activation, the cost and its reduction
 * @param learningRate for the optimiser
 * @param epochs passes over the data
 * @param batchSize samples per update; 0 for all of them
 */
public record TrainingDefaults(
    List<Integer> hidden,
    Activation activation,
    Objective objective,
    OptimiserKind optimiser,
    double learningRate,
    int epochs,
    int batchSize) {
  /** All samples in one batch. */
  public static final int WHOLE = 0;

  /** A straight line needs no hidden layer, and 15 samples no batches. */
  private static final TrainingDefaults WOMEN =
      new TrainingDefaults(List.of(), IDENTITY, number(), PLAIN, 0.1, 100, WHOLE);

  private static final TrainingDefaults XOR =
      new TrainingDefaults(List.of(8), TANH, yesOrNo(), PLAIN, 1.0, 500, WHOLE);

  /**
   * Source: 「【上級編】ディープラーニングでのパラメータ計算方法」, which steps down the steepest slope of the squared error
   * of all pictures.
   */
  private static final TrainingDefaults CIRCLES_AND_CROSSES =
      new TrainingDefaults(
          List.of(3), SIGMOID, new Objective(SIGMOID, SQUARED_ERROR, SUM), PLAIN, 0.5, 500, WHOLE);

  private static final TrainingDefaults DIGITS =
      new TrainingDefaults(List.of(64), RELU, oneOfMany(), PLAIN, 0.3, 30, 10);

  /** Source: 「逆誤差伝播法 - バックプロパゲーション 書き始め」 and its MNIST program: 784-30-10, batch 10, rate 3. */
  private static final TrainingDefaults PICTURES =
      new TrainingDefaults(
          List.of(30),
          SIGMOID,
          new Objective(SIGMOID, HALF_SQUARED_ERROR, MEAN),
          PLAIN,
          3.0,
          10,
          10);

  /** Numbers to predict with hidden layers. */
  private static final TrainingDefaults CURVE =
      new TrainingDefaults(List.of(), TANH, number(), ADAM, 0.01, 300, 10);

  /**
   * The defaults for some data: a built-in set has its own, a file those of its kind.
   *
   * @param request that says where the data come from
   * @param data as they were read
   * @param hidden the hidden layers that were asked for, if any were
   */
  public static TrainingDefaults of(
      RequestedData request, DataSet data, Optional<List<Integer>> hidden) {
    boolean curved = hidden.isPresent() && !hidden.get().isEmpty();
    TrainingDefaults defaults = request.isBuiltIn() ? ofBuiltIn(request.data()) : ofKind(data);
    return curved && defaults.hidden().isEmpty() ? CURVE : defaults;
  }

  private static TrainingDefaults ofBuiltIn(String name) {
    return switch (name) {
      case "women" -> WOMEN;
      case "xor" -> XOR;
      case "circles-and-crosses" -> CIRCLES_AND_CROSSES;
      case "digits" -> DIGITS;
      default -> throw new IllegalArgumentException("no defaults for the built-in " + name);
    };
  }

  /**
   * The learning rate of a straight line or plane: with inputs that are standardised, or between -1
   * and 1, the curvature of its cost is at most 2 (inputs + 1), so descent arrives at the least
   * squares, whatever the scale of what was measured.
   */
  private static TrainingDefaults ofKind(DataSet data) {
    if (data.classes().isEmpty()) {
      double rate = 0.5 / (data.inputs() + 1);
      return new TrainingDefaults(List.of(), TANH, number(), PLAIN, rate, 500, WHOLE);
    }
    Objective objective = data.outputs() == 1 ? yesOrNo() : oneOfMany();
    return data.pictures().isPresent()
        ? PICTURES
        : new TrainingDefaults(List.of(32), TANH, objective, PLAIN, 0.1, 100, 10);
  }

  private static Objective number() {
    return new Objective(IDENTITY, SQUARED_ERROR, MEAN);
  }

  private static Objective yesOrNo() {
    return new Objective(SIGMOID, BINARY_CROSS_ENTROPY, MEAN);
  }

  private static Objective oneOfMany() {
    return new Objective(SOFTMAX, CROSS_ENTROPY, MEAN);
  }
}
