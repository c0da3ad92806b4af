package backprop.parity.verdict.enclosure;

import backprop.loops.Activation;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.model.Rows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Every number of a case between two ends: the exact one, and that of every program that does steps
 * 1 to 8 in this precision.
 */
public final class Enclosure {
  private final Case question;
  private final Network network;
  private final Roundings arithmetic;
  private final RoundedFunctions functions;
  private final RoundedCost costs;
  private final boolean roundsInputs;
  private final Interval cost;
  private final List<Map<Quantity, Interval[][]>> layers = new ArrayList<>();

  private Enclosure(Case question, Roundings arithmetic, boolean roundsInputs) {
    this.question = question;
    this.network = question.network();
    this.arithmetic = arithmetic;
    this.functions = new RoundedFunctions(arithmetic);
    this.costs = new RoundedCost(arithmetic, functions);
    this.roundsInputs = roundsInputs;
    Interval[][] inputs = inputs(question.inputs());
    Interval[][] targets = inputs(question.targets());
    Interval factor = factor(targets.length);
    forward(inputs);
    cost = cost(targets, factor);
    backward(inputs, targets, factor);
    question.learningRate().ifPresent(this::update);
  }

  /** Of all programs in double precision. */
  public static Enclosure inDouble(Case question) {
    return new Enclosure(question, new Roundings(0x1p-53, Double.MIN_NORMAL), false);
  }

  /** Of all programs in single precision, which begin by rounding what they are given. */
  public static Enclosure inFloat(Case question) {
    return new Enclosure(question, new Roundings(0x1p-24, Float.MIN_NORMAL), true);
  }

  /** Of programs that round nothing: hardly more than the exact numbers. */
  public static Enclosure exact(Case question) {
    return new Enclosure(question, new Roundings(0.0, 0.0), false);
  }

  /** The ends of one number. */
  public Interval at(Entry entry) {
    return entry
        .quantity()
        .map(given -> layers.get(entry.layer() - 1).get(given)[entry.neuron()][entry.second()])
        .orElse(cost);
  }

  private Interval input(double value) {
    boolean held = !roundsInputs || (float) value == value;
    return held ? Interval.of(value) : arithmetic.rounded(Interval.of(value));
  }

  private Interval[][] inputs(double[][] rows) {
    return each(rows.length, rows[0].length, (j, s) -> input(rows[j][s]));
  }

  /** A program may divide by the samples, then by the outputs. */
  private Interval factor(int outputs) {
    if (network.reduction() == Reduction.SUM) {
      return Interval.ONE;
    }
    double share = network.reduction() == Reduction.MEAN ? 1.0 : outputs;
    Interval exact = Interval.ONE.dividedBy(Interval.of(share * question.samples()));
    return arithmetic.rounded(arithmetic.rounded(exact));
  }

  private void forward(Interval[][] inputs) {
    Interval[][] activations = inputs;
    for (int l = 1; l <= network.depth(); l++) {
      Map<Quantity, Interval[][]> steps = new EnumMap<>(Quantity.class);
      Interval[][] z = preActivations(l, activations);
      activations = activations(network.layer(l).activation(), z);
      steps.put(Quantity.PRE_ACTIVATIONS, z);
      steps.put(Quantity.ACTIVATIONS, activations);
      layers.add(steps);
    }
  }

  private Interval[][] preActivations(int l, Interval[][] a) {
    Interval[][] weights = inputs(network.layer(l).weights());
    double[] biases = network.layer(l).biases();
    int terms = question.hasBiases(l) ? a.length + 1 : a.length;
    return each(
        weights.length,
        a[0].length,
        (j, s) ->
            arithmetic.sum(
                terms,
                i ->
                    i == a.length ? input(biases[j]) : arithmetic.product(weights[j][i], a[i][s])));
  }

  private Interval[][] activations(Activation activation, Interval[][] z) {
    if (activation != Activation.SOFTMAX) {
      return each(z.length, z[0].length, (j, s) -> functions.value(activation, z[j][s]));
    }
    Interval[][] samples = new Interval[z[0].length][];
    for (int s = 0; s < samples.length; s++) {
      samples[s] = functions.softmax(column(z, s));
    }
    return each(z.length, z[0].length, (j, s) -> samples[s][j]);
  }

  private Interval cost(Interval[][] targets, Interval factor) {
    Interval[][] outputs = layers.get(network.depth() - 1).get(Quantity.ACTIVATIONS);
    int samples = question.samples();
    Interval sum =
        arithmetic.sum(
            targets.length * samples,
            index -> {
              int j = index / samples;
              int s = index % samples;
              return costs.value(network.cost(), outputs[j][s], targets[j][s]);
            });
    return arithmetic.product(sum, factor);
  }

  private void backward(Interval[][] inputs, Interval[][] targets, Interval factor) {
    for (int l = network.depth(); l >= 1; l--) {
      Map<Quantity, Interval[][]> steps = layers.get(l - 1);
      Interval[][] delta = l == network.depth() ? outputDelta(targets) : hiddenDelta(l);
      Interval[][] before = l == 1 ? inputs : layers.get(l - 2).get(Quantity.ACTIVATIONS);
      steps.put(Quantity.DELTAS, delta);
      steps.put(Quantity.BIAS_GRADIENTS, biasGradients(delta, factor));
      steps.put(Quantity.WEIGHT_GRADIENTS, weightGradients(delta, before, factor));
    }
    Interval[][] back = carriedBack(1);
    Interval[][] inputGradients =
        each(back.length, back[0].length, (i, s) -> arithmetic.product(back[i][s], factor));
    layers.get(0).put(Quantity.INPUT_GRADIENTS, inputGradients);
  }

  private Interval[][] outputDelta(Interval[][] targets) {
    Map<Quantity, Interval[][]> steps = layers.get(network.depth() - 1);
    Interval[][] z = steps.get(Quantity.PRE_ACTIVATIONS);
    Interval[][] a = steps.get(Quantity.ACTIVATIONS);
    Activation activation = network.layer(network.depth()).activation();
    return each(
        a.length,
        a[0].length,
        (j, s) ->
            costs.outputDelta(
                network.cost(), activation, column(z, s), column(a, s), column(targets, s), j));
  }

  private Interval[][] hiddenDelta(int l) {
    Map<Quantity, Interval[][]> steps = layers.get(l - 1);
    Interval[][] z = steps.get(Quantity.PRE_ACTIVATIONS);
    Interval[][] a = steps.get(Quantity.ACTIVATIONS);
    Interval[][] back = carriedBack(l + 1);
    Activation activation = network.layer(l).activation();
    return each(
        a.length,
        a[0].length,
        (j, s) ->
            arithmetic.product(back[j][s], functions.derivative(activation, z[j][s], a[j][s])));
  }

  /** What layer l's delta is for the layer before, ahead of f′. */
  private Interval[][] carriedBack(int l) {
    Interval[][] weights = inputs(network.layer(l).weights());
    Interval[][] delta = layers.get(l - 1).get(Quantity.DELTAS);
    return each(
        weights[0].length,
        delta[0].length,
        (j, s) ->
            arithmetic.sum(delta.length, k -> arithmetic.product(weights[k][j], delta[k][s])));
  }

  private Interval[][] biasGradients(Interval[][] delta, Interval factor) {
    return each(
        delta.length,
        1,
        (j, one) -> arithmetic.product(arithmetic.sum(delta[j].length, s -> delta[j][s]), factor));
  }

  private Interval[][] weightGradients(Interval[][] delta, Interval[][] a, Interval factor) {
    return each(
        delta.length,
        a.length,
        (j, i) ->
            arithmetic.product(
                arithmetic.sum(delta[j].length, s -> arithmetic.product(delta[j][s], a[i][s])),
                factor));
  }

  private void update(double learningRate) {
    Interval rate = input(learningRate);
    for (int l = 1; l <= network.depth(); l++) {
      Layer layer = network.layer(l);
      Map<Quantity, Interval[][]> steps = layers.get(l - 1);
      Interval[][] weights = inputs(layer.weights());
      Interval[][] biases = inputs(Rows.column(layer.biases()));
      Interval[][] weightGradients = steps.get(Quantity.WEIGHT_GRADIENTS);
      Interval[][] biasGradients = steps.get(Quantity.BIAS_GRADIENTS);
      steps.put(Quantity.UPDATED_WEIGHTS, updated(weights, weightGradients, rate));
      steps.put(Quantity.UPDATED_BIASES, updated(biases, biasGradients, rate));
    }
  }

  private Interval[][] updated(Interval[][] parameters, Interval[][] gradients, Interval rate) {
    return each(
        parameters.length,
        parameters[0].length,
        (j, i) ->
            arithmetic.difference(parameters[j][i], arithmetic.product(rate, gradients[j][i])));
  }

  /** What stands in row j and column s. */
  @FunctionalInterface
  private interface Rule {
    Interval at(int j, int s);
  }

  private static Interval[][] each(int rows, int columns, Rule rule) {
    Interval[][] intervals = new Interval[rows][columns];
    for (int j = 0; j < rows; j++) {
      for (int s = 0; s < columns; s++) {
        intervals[j][s] = rule.at(j, s);
      }
    }
    return intervals;
  }

  private static Interval[] column(Interval[][] rows, int s) {
    Interval[] column = new Interval[rows.length];
    for (int j = 0; j < rows.length; j++) {
      column[j] = rows[j][s];
    }
    return column;
  }
}
