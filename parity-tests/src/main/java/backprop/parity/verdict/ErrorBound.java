package backprop.parity.verdict;

import backprop.loops.Activation;
import backprop.loops.ForwardPass;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Rows;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How far any correct program can be from the exact answer to a case, entry by entry.
 *
 * <p>Walks beside the loops, steps 1 to 8, and beside every number computes its error: what it
 * inherits and what its own rounding adds. Nothing is chosen. Method: running error analysis, N.
 * Higham, "Accuracy and Stability of Numerical Algorithms", chapter 3.
 */
public final class ErrorBound {
  private final Case question;
  private final Network network;
  private final RunningError arithmetic;
  private final ActivationError activationError;
  private final CostError costError;
  private final Estimate cost;
  private final List<Map<Quantity, Estimates>> layers = new ArrayList<>();

  /**
   * The bound for programs that compute in this precision; single precision begins by rounding
   * weights, biases, inputs, targets and learning rate.
   */
  public ErrorBound(Case question, Precision precision) {
    this.question = question;
    network = question.network();
    arithmetic = new RunningError(precision);
    activationError = new ActivationError(arithmetic);
    costError = new CostError(arithmetic);

    Estimates inputs = inputs(question.inputs());
    Estimates targets = inputs(question.targets());
    Estimate factor = factor(question.samples(), targets.rows());
    forward(inputs);
    cost = cost(targets, factor);
    backward(inputs, targets, factor);
    if (question.learningRate().isPresent()) {
      update(arithmetic.input(question.learningRate().getAsDouble()));
    }
  }

  /** The cost as the loops compute it, with its error; infinite if there is no telling. */
  Estimate cost() {
    return cost;
  }

  /**
   * The error of one entry; infinite if there is no telling.
   *
   * @throws IllegalArgumentException if it belongs to step 8 and the case has no learning rate
   */
  public double entry(Quantity quantity, int l, int j, int second) {
    return estimate(quantity, l, j, second).error();
  }

  /** Whether that error is wide because rounding can cross a kink of relu on which it depends. */
  public boolean undecidable(Quantity quantity, int l, int j, int second) {
    return estimate(quantity, l, j, second).undecidable();
  }

  /** One entry as the loops compute it, with its error. */
  Estimate estimate(Quantity quantity, int l, int j, int second) {
    Estimates estimates = layers.get(l - 1).get(quantity);
    if (estimates == null) {
      String message = "%s needs a learning rate, the case has none";
      throw new IllegalArgumentException(message.formatted(quantity.fieldName()));
    }
    return estimates.at(j, second);
  }

  private Estimates inputs(double[][] rows) {
    return Estimates.of(rows.length, rows[0].length, (j, s) -> arithmetic.input(rows[j][s]));
  }

  private Estimate factor(int samples, int outputs) {
    double factor = network.reduction().factor(samples, outputs);
    // A program may divide by the samples, then by the outputs: two roundings.
    return network.reduction() == Reduction.SUM
        ? Estimate.ONE
        : arithmetic.rounded(factor, 0.0, 2, false);
  }

  /** Steps 1 and 2. */
  private void forward(Estimates inputs) {
    Estimates activations = inputs;
    for (int l = 1; l <= network.depth(); l++) {
      Estimates preActivations = preActivations(l, activations);
      activations = activations(network.layer(l).activation(), preActivations);
      Map<Quantity, Estimates> steps = new EnumMap<>(Quantity.class);
      steps.put(Quantity.PRE_ACTIVATIONS, preActivations);
      steps.put(Quantity.ACTIVATIONS, activations);
      layers.add(steps);
    }
  }

  private Estimates preActivations(int l, Estimates activations) {
    Estimates weights = inputs(network.layer(l).weights());
    double[] biases = network.layer(l).biases();
    Estimates samples = activations.transpose();
    return Estimates.of(
        weights.rows(),
        samples.rows(),
        (j, s) ->
            question.hasBiases(l)
                ? arithmetic.sumOfProducts(weights, j, samples, s, arithmetic.input(biases[j]))
                : arithmetic.sumOfProducts(weights, j, samples, s));
  }

  private Estimates activations(Activation activation, Estimates z) {
    if (activation == Activation.SOFTMAX) {
      double[][] values = ForwardPass.activations(activation, z.values);
      return activationError.softmax(z, values);
    }
    return Estimates.of(
        z.rows(), z.columns(), (j, s) -> activationError.value(activation, z.at(j, s)));
  }

  /** Step 3. */
  private Estimate cost(Estimates targets, Estimate factor) {
    Estimates outputs = layers.get(network.depth() - 1).get(Quantity.ACTIVATIONS);
    Estimate sum =
        arithmetic.sum(
            targets.columns(),
            targets.columns() * targets.rows(),
            s ->
                arithmetic.sum(
                    targets.rows(),
                    j -> costError.value(network.cost(), outputs.at(j, s), targets.at(j, s))));
    return arithmetic.product(sum, factor);
  }

  /** Steps 4 to 7. */
  private void backward(Estimates inputs, Estimates targets, Estimate factor) {
    for (int l = network.depth(); l >= 1; l--) {
      Map<Quantity, Estimates> steps = layers.get(l - 1);
      Estimates delta = l == network.depth() ? outputDelta(targets) : hiddenDelta(l);
      Estimates activations = l == 1 ? inputs : layers.get(l - 2).get(Quantity.ACTIVATIONS);
      steps.put(Quantity.DELTAS, delta);
      steps.put(Quantity.BIAS_GRADIENTS, biasGradients(delta, factor));
      steps.put(Quantity.WEIGHT_GRADIENTS, weightGradients(delta, activations, factor));
    }
    layers.get(0).put(Quantity.INPUT_GRADIENTS, inputGradients(factor));
  }

  private Estimates outputDelta(Estimates targets) {
    Map<Quantity, Estimates> steps = layers.get(network.depth() - 1);
    Estimates z = steps.get(Quantity.PRE_ACTIVATIONS);
    Estimates a = steps.get(Quantity.ACTIVATIONS);
    Activation activation = network.layer(network.depth()).activation();
    return Estimates.of(
        targets.rows(),
        targets.columns(),
        (j, s) -> costError.outputDelta(network.cost(), activation, z, a, targets, j, s));
  }

  private Estimates hiddenDelta(int l) {
    Estimates z = layers.get(l - 1).get(Quantity.PRE_ACTIVATIONS);
    Estimates a = layers.get(l - 1).get(Quantity.ACTIVATIONS);
    Activation activation = network.layer(l).activation();
    Estimates carriedBack = carriedBack(l);
    return Estimates.of(
        z.rows(),
        z.columns(),
        (j, s) ->
            arithmetic.product(
                carriedBack.at(j, s),
                activationError.derivative(activation, z.at(j, s), a.at(j, s))));
  }

  /** What comes back to the neurons of layer l, or to the inputs as layer 0, before f′. */
  private Estimates carriedBack(int l) {
    Estimates forwardWeights = inputs(Rows.transpose(network.layer(l + 1).weights()));
    Estimates forwardDelta = layers.get(l).get(Quantity.DELTAS).transpose();
    return Estimates.of(
        forwardWeights.rows(),
        forwardDelta.rows(),
        (j, s) -> arithmetic.sumOfProducts(forwardWeights, j, forwardDelta, s));
  }

  private Estimates inputGradients(Estimate factor) {
    Estimates carriedBack = carriedBack(0);
    return Estimates.of(
        carriedBack.rows(),
        carriedBack.columns(),
        (i, s) -> arithmetic.product(carriedBack.at(i, s), factor));
  }

  private Estimates biasGradients(Estimates delta, Estimate factor) {
    return Estimates.of(
        delta.rows(),
        1,
        (j, one) ->
            arithmetic.product(arithmetic.sum(delta.columns(), s -> delta.at(j, s)), factor));
  }

  private Estimates weightGradients(Estimates delta, Estimates activations, Estimate factor) {
    return Estimates.of(
        delta.rows(),
        activations.rows(),
        (j, i) -> arithmetic.product(arithmetic.sumOfProducts(delta, j, activations, i), factor));
  }

  /** Step 8. */
  private void update(Estimate learningRate) {
    for (int l = 1; l <= network.depth(); l++) {
      Map<Quantity, Estimates> steps = layers.get(l - 1);
      Estimates weightGradients = steps.get(Quantity.WEIGHT_GRADIENTS);
      Estimates biasGradients = steps.get(Quantity.BIAS_GRADIENTS);
      Estimates weights = inputs(network.layer(l).weights());
      Estimates biases = inputs(Rows.column(network.layer(l).biases()));
      steps.put(Quantity.UPDATED_WEIGHTS, updated(weights, weightGradients, learningRate));
      steps.put(Quantity.UPDATED_BIASES, updated(biases, biasGradients, learningRate));
    }
  }

  private Estimates updated(Estimates parameters, Estimates gradients, Estimate learningRate) {
    return Estimates.of(
        parameters.rows(),
        parameters.columns(),
        (j, i) ->
            arithmetic.difference(
                parameters.at(j, i), arithmetic.product(learningRate, gradients.at(j, i))));
  }
}
