package backprop.parity.sources;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Correct backpropagation with habits that change the bits, as other people's programs have.
 *
 * <p>Every formula here is right, and some lose their accuracy where a network is ill-conditioned:
 * what such a formula explains is fragile and not wrong.
 */
public final class CarelessSource implements GradientSource {
  private final Set<CarelessHabit> habits;

  /** A program with all of these habits. */
  public CarelessSource(CarelessHabit... habits) {
    this.habits = Set.of(habits);
  }

  private boolean has(CarelessHabit habit) {
    return habits.contains(habit);
  }

  @Override
  public String name() {
    return habits.stream().map(CarelessHabit::words).sorted().collect(Collectors.joining(", "));
  }

  @Override
  public Result answer(Case question) {
    Network network = question.network();
    int depth = network.depth();
    double[][] targets = stored(question.targets());
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    double[][][] z = new double[depth + 1][][];
    double[][][] a = new double[depth + 1][][];
    a[0] = stored(question.inputs());
    for (int l = 1; l <= depth; l++) {
      Layer layer = network.layer(l);
      double[][] biases = stored(Rows.column(layer.biases()));
      z[l] = product(stored(layer.weights()), a[l - 1], biases);
      a[l] = activations(layer.activation(), z[l]);
      layers.add(new EnumMap<>(Quantity.class));
    }
    double factor = stored(network.reduction().factor(question.samples(), targets.length));
    double rate = stored(question.learningRate().orElse(0.0));
    double[][] delta = outputDelta(network, z[depth], a[depth], targets);
    for (int l = depth; l >= 1; l--) {
      double[][] weights = stored(network.layer(l).weights());
      double[][] biases = stored(Rows.column(network.layer(l).biases()));
      double[][] ones = new double[1][question.samples()];
      Arrays.fill(ones[0], 1.0);
      boolean early = has(CarelessHabit.FACTOR_IN_DELTA);
      double[][] scaled = early ? scaled(delta, factor) : delta;
      double late = early ? 1.0 : factor;
      double[][] biasGradients = scaled(product(scaled, Rows.transpose(ones), null), late);
      double[][] inputs = Rows.transpose(a[l - 1]);
      double[][] weightGradients = scaled(product(scaled, inputs, null), late);
      Map<Quantity, double[][]> layer = layers.get(l - 1);
      layer.put(Quantity.PRE_ACTIVATIONS, z[l]);
      layer.put(Quantity.ACTIVATIONS, a[l]);
      layer.put(Quantity.DELTAS, delta);
      if (question.hasBiases(l)) {
        layer.put(Quantity.BIAS_GRADIENTS, biasGradients);
      }
      layer.put(Quantity.WEIGHT_GRADIENTS, weightGradients);
      if (question.learningRate().isPresent()) {
        layer.put(Quantity.UPDATED_WEIGHTS, updated(weights, weightGradients, rate));
        if (question.hasBiases(l)) {
          layer.put(Quantity.UPDATED_BIASES, updated(biases, biasGradients, rate));
        }
      }
      if (l > 1) {
        delta = product(Rows.transpose(weights), delta, null);
        for (int j = 0; j < delta.length; j++) {
          for (int s = 0; s < delta[0].length; s++) {
            Activation activation = network.layer(l - 1).activation();
            double derivative = derivative(activation, z[l - 1][j][s], a[l - 1][j][s]);
            delta[j][s] = stored(delta[j][s] * derivative);
          }
        }
      }
    }
    double cost = cost(network.cost(), a[depth], targets, factor);
    return new Result(question.name(), OptionalDouble.of(cost), layers);
  }

  private double stored(double value) {
    return has(CarelessHabit.SINGLE_PRECISION) ? (float) value : value;
  }

  private double[][] stored(double[][] values) {
    return scaled(values, 1.0);
  }

  private double[][] scaled(double[][] values, double factor) {
    double[][] scaled = Rows.copy(values);
    for (double[] row : scaled) {
      for (int s = 0; s < row.length; s++) {
        row[s] = stored(stored(row[s]) * factor);
      }
    }
    return scaled;
  }

  private double[][] product(double[][] left, double[][] right, double[][] biases) {
    int terms = right.length;
    double[][] product = new double[left.length][right[0].length];
    for (int j = 0; j < left.length; j++) {
      for (int s = 0; s < right[0].length; s++) {
        double sum = 0.0;
        for (int i = 0; i < terms; i++) {
          int index = has(CarelessHabit.DESCENDING_SUMS) ? terms - 1 - i : i;
          sum =
              has(CarelessHabit.FUSED_MULTIPLY_ADD)
                  ? StrictMath.fma(left[j][index], right[index][s], sum)
                  : stored(sum + stored(left[j][index] * right[index][s]));
        }
        product[j][s] = biases == null ? sum : stored(sum + biases[j][0]);
      }
    }
    return product;
  }

  private double[][] updated(double[][] parameters, double[][] gradients, double rate) {
    double[][] updated = Rows.copy(parameters);
    for (int j = 0; j < updated.length; j++) {
      for (int i = 0; i < updated[0].length; i++) {
        updated[j][i] = stored(parameters[j][i] - stored(rate * gradients[j][i]));
      }
    }
    return updated;
  }

  /** The last digit as another library may have it. */
  private double otherLibrary(double value) {
    return has(CarelessHabit.MATH_FUNCTIONS) ? StrictMath.nextAfter(value, 0.0) : value;
  }

  private double exp(double z) {
    return stored(otherLibrary(StrictMath.exp(z)));
  }

  private double[][] activations(Activation activation, double[][] z) {
    double[][] a = Rows.copy(z);
    for (int s = 0; s < a[0].length; s++) {
      double maximum = Double.NEGATIVE_INFINITY;
      for (double[] row : z) {
        maximum = StrictMath.max(maximum, row[s]);
      }
      double sum = 0.0;
      for (int j = 0; j < a.length; j++) {
        a[j][s] =
            activation == Activation.SOFTMAX
                ? exp(stored(z[j][s] - (has(CarelessHabit.UNSHIFTED_SOFTMAX) ? 0.0 : maximum)))
                : activation(activation, z[j][s]);
        sum = stored(sum + a[j][s]);
      }
      for (int j = 0; j < a.length && activation == Activation.SOFTMAX; j++) {
        a[j][s] = stored(a[j][s] / sum);
      }
    }
    return a;
  }

  private double activation(Activation activation, double z) {
    return switch (activation) {
      case SIGMOID -> stored(1.0 / stored(1.0 + exp(-z)));
      case TANH ->
          has(CarelessHabit.TANH_BY_EXPONENTIALS)
              ? (exp(z) - exp(-z)) / (exp(z) + exp(-z))
              : stored(otherLibrary(StrictMath.tanh(z)));
      case LEAKY_RELU -> z > 0.0 ? z : stored(stored(0.01) * z);
      default -> activation.value(z);
    };
  }

  private double derivative(Activation activation, double z, double a) {
    boolean fromActivation =
        has(CarelessHabit.DERIVATIVE_FROM_ACTIVATION) || has(CarelessHabit.SINGLE_PRECISION);
    if (activation == Activation.SIGMOID && has(CarelessHabit.DERIVATIVE_BY_EXPONENTIALS)) {
      double power = exp(-z);
      return stored(power / stored(stored(1.0 + power) * stored(1.0 + power)));
    }
    if (activation == Activation.SIGMOID && fromActivation) {
      return stored(a * stored(1.0 - a));
    }
    if (activation == Activation.TANH && fromActivation) {
      return stored(1.0 - stored(a * a));
    }
    return stored(activation.derivative(z));
  }

  private double[][] outputDelta(Network network, double[][] z, double[][] a, double[][] t) {
    Activation activation = network.layer(network.depth()).activation();
    Cost cost = network.cost();
    boolean unfused = has(CarelessHabit.UNFUSED_OUTPUT_DELTA);
    double[][] delta = Rows.copy(a);
    for (int s = 0; s < a[0].length; s++) {
      double targetSum = 0.0;
      for (double[] row : t) {
        targetSum = stored(targetSum + row[s]);
      }
      for (int j = 0; j < a.length; j++) {
        if (activation == Activation.SOFTMAX && cost == Cost.CROSS_ENTROPY && !unfused) {
          delta[j][s] = stored(stored(a[j][s] * targetSum) - t[j][s]);
        } else if (activation == Activation.SOFTMAX) {
          double sum = 0.0;
          for (int k = 0; k < a.length; k++) {
            double share = stored(a[j][s] * stored((k == j ? 1.0 : 0.0) - a[k][s]));
            sum = stored(sum + stored(share * derivative(cost, a[k][s], t[k][s])));
          }
          delta[j][s] = sum;
        } else if (activation == Activation.SIGMOID
            && cost == Cost.BINARY_CROSS_ENTROPY
            && !unfused) {
          delta[j][s] = stored(a[j][s] - t[j][s]);
        } else {
          double derivative = derivative(activation, z[j][s], a[j][s]);
          delta[j][s] = stored(derivative(cost, a[j][s], t[j][s]) * derivative);
        }
      }
    }
    return delta;
  }

  private double derivative(Cost cost, double a, double t) {
    double difference = stored(a - t);
    return switch (cost) {
      case SQUARED_ERROR -> 2.0 * difference;
      case HALF_SQUARED_ERROR -> difference;
      case CROSS_ENTROPY -> t == 0.0 ? 0.0 : -stored(t / a);
      case BINARY_CROSS_ENTROPY ->
          stored(
              (t == 1.0 ? 0.0 : stored(stored(1.0 - t) / stored(1.0 - a)))
                  - (t == 0.0 ? 0.0 : stored(t / a)));
    };
  }

  private double cost(Cost cost, double[][] a, double[][] t, double factor) {
    double sum = 0.0;
    for (int j = 0; j < t.length; j++) {
      for (int s = 0; s < t[0].length; s++) {
        double difference = stored(a[j][s] - t[j][s]);
        double value =
            switch (cost) {
              case SQUARED_ERROR -> stored(difference * difference);
              case HALF_SQUARED_ERROR -> 0.5 * stored(difference * difference);
              case CROSS_ENTROPY -> -logarithm(t[j][s], a[j][s]);
              case BINARY_CROSS_ENTROPY ->
                  stored(
                      -logarithm(t[j][s], a[j][s])
                          - logarithm(stored(1.0 - t[j][s]), stored(1.0 - a[j][s])));
            };
        sum = stored(sum + value);
      }
    }
    return stored(sum * factor);
  }

  private double logarithm(double t, double a) {
    double logarithm = otherLibrary(StrictMath.log(a));
    return t == 0.0 ? 0.0 : stored(t * stored(logarithm));
  }
}
