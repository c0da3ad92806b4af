package backprop.parity.diagnosis.habits;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.sources.GradientSource;
import java.util.function.IntToDoubleFunction;

/** The loops with some habit; without any, they have the loops' bits. */
final class HabitualLoops implements GradientSource {
  private static final int FEWEST_TERMS_IN_HALVES = 4;
  private static final double NEGATIVE_SLOPE = 0.01;

  private final Habit habit;

  /**
   * @param habit null for none
   */
  HabitualLoops(Habit habit) {
    this.habit = habit;
  }

  @Override
  public String name() {
    return habit.name();
  }

  @Override
  public Result answer(Case question) {
    Network network = question.network();
    int depth = network.depth();
    double[][][] z = new double[depth + 1][][];
    double[][][] a = new double[depth + 1][][];
    a[0] = question.inputs();
    for (int l = 1; l <= depth; l++) {
      double[][] biases = Rows.column(network.layer(l).biases());
      z[l] = product(network.layer(l).weights(), a[l - 1], biases);
      a[l] = activations(network.layer(l).activation(), z[l]);
    }
    double[][] targets = question.targets();
    Result.Builder result = Result.to(question);
    double[][] delta = outputDelta(network, z[depth], a[depth], targets);
    for (int l = depth; l >= 1; l--) {
      result.put(Quantity.PRE_ACTIVATIONS, l, z[l]);
      result.put(Quantity.ACTIVATIONS, l, a[l]);
      result.put(Quantity.DELTAS, l, delta);
      double[][] ones = new double[delta[0].length][1];
      for (double[] one : ones) {
        one[0] = 1.0;
      }
      double[][] biasGradients = overBatch(question, delta, ones);
      double[][] weightGradients = overBatch(question, delta, Rows.transpose(a[l - 1]));
      result.put(Quantity.BIAS_GRADIENTS, l, biasGradients);
      result.put(Quantity.WEIGHT_GRADIENTS, l, weightGradients);
      if (question.learningRate().isPresent()) {
        double rate = question.learningRate().getAsDouble();
        double[][] biases = Rows.column(network.layer(l).biases());
        result.put(Quantity.UPDATED_BIASES, l, updated(biases, biasGradients, rate));
        double[][] weights = network.layer(l).weights();
        result.put(Quantity.UPDATED_WEIGHTS, l, updated(weights, weightGradients, rate));
      }
      if (l > 1) {
        double[][] sums = product(Rows.transpose(network.layer(l).weights()), delta, null);
        delta = timesDerivative(sums, network.layer(l - 1).activation(), z[l - 1], a[l - 1]);
      }
    }
    return result.cost(cost(question, a[depth], targets)).build();
  }

  /** A sum in the order of the habit. */
  private double sum(double start, int terms, IntToDoubleFunction left, IntToDoubleFunction right) {
    if (habit == Habit.PAIRWISE_SUMS && terms >= FEWEST_TERMS_IN_HALVES) {
      int half = terms / 2;
      double second =
          sum(
              0.0,
              terms - half,
              i -> left.applyAsDouble(half + i),
              i -> right.applyAsDouble(half + i));
      return sum(start, half, left, right) + second;
    }
    double sum = start;
    for (int i = 0; i < terms; i++) {
      int index = habit == Habit.DESCENDING_SUMS ? terms - 1 - i : i;
      double factor = left.applyAsDouble(index);
      double other = right.applyAsDouble(index);
      boolean fused = habit == Habit.FUSED_MULTIPLY_ADD;
      sum = fused ? StrictMath.fma(factor, other, sum) : sum + factor * other;
    }
    return sum;
  }

  private double[][] product(double[][] left, double[][] right, double[][] biases) {
    double[][] product = new double[left.length][right[0].length];
    for (int j = 0; j < product.length; j++) {
      for (int s = 0; s < product[0].length; s++) {
        int row = j;
        int column = s;
        boolean first = biases != null && habit == Habit.BIAS_FIRST;
        double start = first ? biases[j][0] : 0.0;
        double sum = sum(start, right.length, i -> left[row][i], i -> right[i][column]);
        product[j][s] = first || biases == null ? sum : sum + biases[j][0];
      }
    }
    return product;
  }

  /** Steps 5 and 6, with the reduction's factor. */
  private double[][] overBatch(Case question, double[][] delta, double[][] right) {
    double factor = factor(question);
    if (habit == Habit.FACTOR_PER_TERM) {
      double[][] scaled = Rows.copy(delta);
      for (double[] row : scaled) {
        for (int s = 0; s < row.length; s++) {
          row[s] = row[s] * factor;
        }
      }
      return product(scaled, right, null);
    }
    double[][] sums = product(delta, right, null);
    for (double[] row : sums) {
      for (int i = 0; i < row.length; i++) {
        row[i] = scaled(row[i], question);
      }
    }
    return sums;
  }

  private double scaled(double sum, Case question) {
    return habit == Habit.DIVIDED_SUMS ? sum / count(question) : sum * factor(question);
  }

  private static double factor(Case question) {
    Reduction reduction = question.network().reduction();
    return reduction.factor(question.samples(), question.targets().length);
  }

  private static double count(Case question) {
    return switch (question.network().reduction()) {
      case SUM -> 1.0;
      case MEAN -> question.samples();
      case ELEMENT_MEAN -> (double) question.samples() * question.targets().length;
    };
  }

  private static double[][] updated(double[][] parameters, double[][] gradients, double rate) {
    double[][] updated = Rows.copy(parameters);
    for (int j = 0; j < updated.length; j++) {
      for (int i = 0; i < updated[0].length; i++) {
        updated[j][i] = parameters[j][i] - rate * gradients[j][i];
      }
    }
    return updated;
  }

  private double exp(double x) {
    return habit == Habit.OTHER_FUNCTIONS ? NearestFunctions.exp(x) : StrictMath.exp(x);
  }

  private double log(double x) {
    return habit == Habit.OTHER_FUNCTIONS ? NearestFunctions.log(x) : StrictMath.log(x);
  }

  private double[][] activations(Activation activation, double[][] z) {
    double[][] a = Rows.copy(z);
    for (int s = 0; s < a[0].length; s++) {
      int sample = s;
      double maximum = Double.NEGATIVE_INFINITY;
      for (double[] row : z) {
        maximum = StrictMath.max(maximum, row[s]);
      }
      for (int j = 0; j < a.length; j++) {
        boolean softmax = activation == Activation.SOFTMAX;
        a[j][s] = softmax ? exp(z[j][s] - maximum) : activation(activation, z[j][s]);
      }
      if (activation == Activation.SOFTMAX) {
        double[][] exponentials = Rows.copy(a);
        double sum = sum(0.0, a.length, j -> exponentials[j][sample], j -> 1.0);
        for (double[] row : a) {
          row[s] = row[s] / sum;
        }
      }
    }
    return a;
  }

  private double activation(Activation activation, double z) {
    return switch (activation) {
      case SIGMOID -> sigmoid(z);
      case TANH -> habit == Habit.OTHER_FUNCTIONS ? NearestFunctions.tanh(z) : StrictMath.tanh(z);
      case LEAKY_RELU -> z > 0.0 ? z : NEGATIVE_SLOPE * z;
      default -> activation.value(z);
    };
  }

  private double sigmoid(double z) {
    boolean below = z < 0.0 && habit != Habit.ONE_FORM_OF_SIGMOID;
    return below ? exp(z) / (1.0 + exp(z)) : 1.0 / (1.0 + exp(-z));
  }

  private double derivative(Activation activation, double z, double a) {
    boolean fromActivation = habit == Habit.DERIVATIVE_FROM_ACTIVATION;
    return switch (activation) {
      case SIGMOID -> fromActivation ? a * (1.0 - a) : sigmoid(z) * sigmoid(-z);
      case TANH -> fromActivation ? 1.0 - a * a : 4.0 * (sigmoid(2.0 * z) * sigmoid(-(2.0 * z)));
      default -> activation.derivative(z);
    };
  }

  private double[][] timesDerivative(double[][] sums, Activation f, double[][] z, double[][] a) {
    double[][] delta = Rows.copy(sums);
    for (int j = 0; j < delta.length; j++) {
      for (int s = 0; s < delta[0].length; s++) {
        delta[j][s] = sums[j][s] * derivative(f, z[j][s], a[j][s]);
      }
    }
    return delta;
  }

  private double[][] outputDelta(Network network, double[][] z, double[][] a, double[][] t) {
    Activation f = network.layer(network.depth()).activation();
    Cost cost = network.cost();
    double[][] delta = Rows.copy(a);
    for (int s = 0; s < a[0].length; s++) {
      int sample = s;
      double targetSum = sum(0.0, t.length, j -> t[j][sample], j -> 1.0);
      for (int j = 0; j < a.length; j++) {
        int neuron = j;
        if (cost.cancels(f)) {
          delta[j][s] = f == Activation.SOFTMAX ? a[j][s] * targetSum - t[j][s] : a[j][s] - t[j][s];
        } else if (f == Activation.SOFTMAX) {
          delta[j][s] =
              sum(
                  0.0,
                  a.length,
                  k -> (k == neuron ? a[k][sample] : 0.0) - a[k][sample] * a[neuron][sample],
                  k -> cost.derivative(a[k][sample], t[k][sample]));
        } else {
          delta[j][s] = cost.derivative(a[j][s], t[j][s]) * derivative(f, z[j][s], a[j][s]);
        }
      }
    }
    return delta;
  }

  private double cost(Case question, double[][] a, double[][] t) {
    Cost cost = question.network().cost();
    IntToDoubleFunction ofSample =
        s -> sum(0.0, t.length, j -> cost(cost, a[j][s], t[j][s]), j -> 1.0);
    boolean early = habit == Habit.FACTOR_PER_TERM;
    double factor = early ? factor(question) : 1.0;
    double batchSum = sum(0.0, t[0].length, ofSample, s -> factor);
    return early ? batchSum : scaled(batchSum, question);
  }

  private double cost(Cost cost, double a, double t) {
    return switch (cost) {
      case CROSS_ENTROPY -> logarithm(-t, a);
      case BINARY_CROSS_ENTROPY -> logarithm(-t, a) + logarithm(t - 1.0, 1.0 - a);
      default -> cost.value(a, t);
    };
  }

  private double logarithm(double t, double a) {
    return t == 0.0 ? 0.0 : t * log(a);
  }
}
