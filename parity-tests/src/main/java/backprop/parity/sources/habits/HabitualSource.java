package backprop.parity.sources.habits;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.sources.GradientSource;
import java.util.Set;
import java.util.stream.Collectors;

/** Right backpropagation with habits, as other people's programs have; without, the loops' bits. */
public final class HabitualSource implements GradientSource {
  private final Set<Habit> habits;
  private final HabitualArithmetic arithmetic;
  private final HabitualFunctions functions;

  /** A program with all of these habits. */
  public HabitualSource(Set<Habit> habits) {
    this.habits = Set.copyOf(habits);
    this.arithmetic = new HabitualArithmetic(this.habits);
    this.functions = new HabitualFunctions(arithmetic);
  }

  /** The same. */
  public HabitualSource(Habit... habits) {
    this(Set.of(habits));
  }

  @Override
  public String name() {
    return habits.stream().sorted().map(Habit::sentence).collect(Collectors.joining("; "));
  }

  @Override
  public Result answer(Case question) {
    Network network = question.network();
    int depth = network.depth();
    double[][][] z = new double[depth + 1][][];
    double[][][] a = new double[depth + 1][][];
    a[0] = arithmetic.stored(question.inputs());
    for (int l = 1; l <= depth; l++) {
      z[l] = arithmetic.product(weights(network, l), a[l - 1], biases(network, l));
      a[l] = functions.activations(network.layer(l).activation(), z[l]);
    }
    double[][] targets = arithmetic.stored(question.targets());
    Result.Builder result = Result.to(question);
    double[][] delta = outputDelta(network, z[depth], a[depth], targets);
    for (int l = depth; l >= 1; l--) {
      result.put(Quantity.PRE_ACTIVATIONS, l, z[l]);
      result.put(Quantity.ACTIVATIONS, l, a[l]);
      result.put(Quantity.DELTAS, l, delta);
      double[][] ones = arithmetic.each(new double[delta[0].length][1], zero -> 1.0);
      double[][] biasGradients = overBatch(question, delta, ones);
      double[][] weightGradients = overBatch(question, delta, Rows.transpose(a[l - 1]));
      result.put(Quantity.BIAS_GRADIENTS, l, biasGradients);
      result.put(Quantity.WEIGHT_GRADIENTS, l, weightGradients);
      if (question.learningRate().isPresent()) {
        double rate = arithmetic.stored(question.learningRate().getAsDouble());
        double[][] biases = biases(network, l);
        result.put(Quantity.UPDATED_BIASES, l, updated(biases, biasGradients, rate));
        double[][] weights = weights(network, l);
        result.put(Quantity.UPDATED_WEIGHTS, l, updated(weights, weightGradients, rate));
      }
      if (l > 1) {
        double[][] sums = arithmetic.product(Rows.transpose(weights(network, l)), delta);
        delta = timesDerivative(sums, network.layer(l - 1).activation(), z[l - 1], a[l - 1]);
      }
    }
    return result.cost(cost(question, a[depth], targets)).build();
  }

  private double[][] weights(Network network, int l) {
    return arithmetic.stored(network.layer(l).weights());
  }

  private double[][] biases(Network network, int l) {
    return arithmetic.stored(Rows.column(network.layer(l).biases()));
  }

  private double[][] outputDelta(Network network, double[][] z, double[][] a, double[][] t) {
    Activation activation = network.layer(network.depth()).activation();
    Cost cost = network.cost();
    boolean cancels = cost.cancels(activation) && !arithmetic.has(Habit.UNFUSED_OUTPUT_DELTA);
    double[][] delta = Rows.copy(a);
    for (int s = 0; s < a[0].length; s++) {
      int sample = s;
      double targetSum = arithmetic.sum(t.length, j -> t[j][sample]);
      for (int j = 0; j < a.length; j++) {
        if (activation != Activation.SOFTMAX) {
          double difference = arithmetic.stored(a[j][s] - t[j][s]);
          delta[j][s] = cancels ? difference : outputDelta(cost, activation, z, a, t, j, s);
        } else if (cancels) {
          delta[j][s] = arithmetic.stored(arithmetic.stored(a[j][s] * targetSum) - t[j][s]);
        } else {
          delta[j][s] = softmaxDelta(cost, a, t, j, s);
        }
      }
    }
    return delta;
  }

  private double outputDelta(
      Cost cost, Activation f, double[][] z, double[][] a, double[][] t, int j, int s) {
    double costDerivative = functions.derivative(cost, a[j][s], t[j][s]);
    return arithmetic.stored(costDerivative * functions.derivative(f, z[j][s], a[j][s]));
  }

  private double softmaxDelta(Cost cost, double[][] a, double[][] t, int j, int s) {
    return arithmetic.sum(
        0.0,
        a.length,
        k -> jacobian(a[k][s], a[j][s], k == j),
        k -> functions.derivative(cost, a[k][s], t[k][s]));
  }

  /** Multiplied out as in the loops, or with 1 - a. */
  private double jacobian(double a, double other, boolean diagonal) {
    return arithmetic.has(Habit.UNFUSED_OUTPUT_DELTA)
        ? arithmetic.stored(other * arithmetic.stored((diagonal ? 1.0 : 0.0) - a))
        : arithmetic.stored((diagonal ? a : 0.0) - arithmetic.stored(a * other));
  }

  private double[][] timesDerivative(double[][] sums, Activation f, double[][] z, double[][] a) {
    double[][] delta = Rows.copy(sums);
    for (int j = 0; j < delta.length; j++) {
      for (int s = 0; s < delta[0].length; s++) {
        delta[j][s] = arithmetic.stored(sums[j][s] * functions.derivative(f, z[j][s], a[j][s]));
      }
    }
    return delta;
  }

  /** Steps 5 and 6, with the reduction's factor. */
  private double[][] overBatch(Case question, double[][] delta, double[][] right) {
    if (arithmetic.has(Habit.FACTOR_PER_TERM)) {
      double factor = factor(question);
      return arithmetic.product(arithmetic.each(delta, each -> each * factor), right);
    }
    return arithmetic.each(arithmetic.product(delta, right), sum -> scaled(sum, question));
  }

  private double scaled(double sum, Case question) {
    boolean divided = arithmetic.has(Habit.DIVIDED_SUMS);
    return arithmetic.stored(divided ? sum / count(question) : sum * factor(question));
  }

  private double factor(Case question) {
    Reduction reduction = question.network().reduction();
    return arithmetic.stored(reduction.factor(question.samples(), question.targets().length));
  }

  private static double count(Case question) {
    return switch (question.network().reduction()) {
      case SUM -> 1.0;
      case MEAN -> question.samples();
      case ELEMENT_MEAN -> (double) question.samples() * question.targets().length;
    };
  }

  private double[][] updated(double[][] parameters, double[][] gradients, double rate) {
    double[][] updated = Rows.copy(parameters);
    for (int j = 0; j < updated.length; j++) {
      for (int i = 0; i < updated[0].length; i++) {
        double step = arithmetic.stored(rate * gradients[j][i]);
        updated[j][i] = arithmetic.stored(parameters[j][i] - step);
      }
    }
    return updated;
  }

  private double cost(Case question, double[][] a, double[][] t) {
    Cost cost = question.network().cost();
    boolean perTerm = arithmetic.has(Habit.FACTOR_PER_TERM);
    double factor = perTerm ? factor(question) : 1.0;
    double sum =
        arithmetic.sum(
            0.0,
            t[0].length,
            s -> arithmetic.sum(t.length, j -> functions.cost(cost, a[j][s], t[j][s])),
            s -> factor);
    return perTerm ? sum : scaled(sum, question);
  }
}
