package backprop.parity.explain;

import backprop.loops.Activation;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Rows;
import backprop.parity.model.Spelling;
import backprop.parity.terms.Expansions;
import backprop.parity.terms.NumberText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The steps of a case in the order in which they are computed, with their live operands. */
final class Steps {
  private static final String NOTHING_SUMMED = "nothing is summed, so no T";

  private final Case question;
  private final Network network;
  private final int depth;
  private final Expansions values;
  private final double factor;

  Steps(Case question, Expansions values) {
    this.question = question;
    this.network = question.network();
    this.depth = network.depth();
    this.values = values;
    this.factor = network.reduction().factor(question.samples(), network.layer(depth).outputs());
  }

  /** Steps 1 and 2, layer by layer. */
  List<Step> forward() {
    List<Step> steps = new ArrayList<>();
    for (int l = 1; l <= depth; l++) {
      steps.add(preActivations(l));
      steps.add(activations(l));
    }
    return steps;
  }

  /** Step 4 or 7, then 5 and 6, from the last layer to the first. */
  List<Step> backward() {
    List<Step> steps = new ArrayList<>();
    for (int l = depth; l >= 1; l--) {
      steps.add(l == depth ? outputDelta() : hiddenDelta(l));
      if (question.hasBiases(l)) {
        steps.add(biasGradients(l));
      }
      steps.add(weightGradients(l));
    }
    return steps;
  }

  /** Step 8, if the case has a learning rate. */
  List<Step> update() {
    List<Step> steps = new ArrayList<>();
    for (int l = 1; l <= depth && question.learningRate().isPresent(); l++) {
      steps.add(updatedWeights(l));
      if (question.hasBiases(l)) {
        steps.add(updatedBiases(l));
      }
    }
    return steps;
  }

  private Step preActivations(int l) {
    Layer layer = network.layer(l);
    boolean hasBiases = question.hasBiases(l);
    List<NamedMatrix> matrices = new ArrayList<>();
    matrices.add(new NamedMatrix("W", layer.weights()));
    matrices.add(new NamedMatrix("A", values.values(Quantity.ACTIVATIONS, l - 1)));
    if (hasBiases) {
      matrices.add(new NamedMatrix("b", Rows.column(layer.biases())));
    }
    return new Step(
        1,
        "pre-activations",
        Quantity.PRE_ACTIVATIONS,
        l,
        "weights[j][i] * activations[i][s]" + (hasBiases ? "  + biases[j]" : ""),
        "W · A" + (hasBiases ? " + b·1ᵀ" : ""),
        "i",
        "weights[j][i] · activations[i][s]: i stands last, then first, as it must: no T",
        matrices);
  }

  private Step activations(int l) {
    Activation activation = network.layer(l).activation();
    boolean softmax = activation == Activation.SOFTMAX;
    return new Step(
        2,
        "activations",
        Quantity.ACTIVATIONS,
        l,
        softmax ? "exp(preActivations[j][s]) / sum over j" : "f(preActivations[j][s])",
        softmax ? "exp(Z) ⊘ (1·(1ᵀ·exp(Z)))" : "f(Z)",
        softmax ? "j" : "",
        softmax
            ? "the sum 1ᵀ[j] · exp(Z)[j][s]: j stands last, then first, as it must"
            : "f is " + Spelling.of(activation) + ", entry by entry: " + NOTHING_SUMMED,
        List.of(new NamedMatrix("Z", values.values(Quantity.PRE_ACTIVATIONS, l))));
  }

  private Step outputDelta() {
    double[][] activations = values.values(Quantity.ACTIVATIONS, depth);
    double[][] targets = question.targets();
    NamedMatrix a = new NamedMatrix("A", activations);
    NamedMatrix t = new NamedMatrix("T", targets);
    Activation activation = network.layer(depth).activation();
    boolean softmax = activation == Activation.SOFTMAX;
    boolean cancels = network.cost().cancels(activation);
    if (softmax && cancels) {
      return outputDelta(
          "activations[j][s] * Σt - targets[j][s]",
          "A ∘ (1·1ᵀ·T) - T",
          "",
          "softmax's Jacobian cancels the logarithm: " + NOTHING_SUMMED,
          List.of(a, t));
    }
    if (cancels) {
      return outputDelta(
          "activations[j][s] - targets[j][s]",
          "A - T",
          "",
          "f′ cancels the logarithm: " + NOTHING_SUMMED,
          List.of(a, t));
    }
    NamedMatrix slopes = new NamedMatrix("∂C/∂A", costDerivatives(activations, targets));
    if (softmax) {
      return outputDelta(
          "jacobian[k][j] * ∂cost/∂activations[k][s]",
          "Jᵀ · ∂C/∂A, sample by sample",
          "k",
          "jacobian[k][j]: k stands first, must be last: turned over, Jᵀ[j][k] · ∂cost/∂activations[k]",
          List.of(a, slopes));
    }
    return outputDelta(
        "∂cost/∂activations[j][s] * f′(preActivations[j][s])",
        "∂C/∂A ∘ f′(Z)",
        "",
        NOTHING_SUMMED,
        List.of(slopes, derivatives(depth)));
  }

  private Step outputDelta(
      String loops, String matrix, String index, String slot, List<NamedMatrix> operands) {
    return new Step(
        4, "output delta", Quantity.DELTAS, depth, loops, matrix, index, slot, operands);
  }

  private double[][] costDerivatives(double[][] activations, double[][] targets) {
    double[][] slopes = new double[targets.length][targets[0].length];
    for (int j = 0; j < targets.length; j++) {
      for (int s = 0; s < targets[0].length; s++) {
        slopes[j][s] = network.cost().derivative(activations[j][s], targets[j][s]);
      }
    }
    return slopes;
  }

  private NamedMatrix derivatives(int l) {
    double[][] derivatives = values.values(Quantity.PRE_ACTIVATIONS, l);
    for (double[] row : derivatives) {
      Arrays.setAll(row, s -> network.layer(l).activation().derivative(row[s]));
    }
    return new NamedMatrix("f′(Z)", derivatives);
  }

  private Step biasGradients(int l) {
    double[][] ones = new double[question.samples()][1];
    Arrays.stream(ones).forEach(row -> row[0] = 1.0);
    return new Step(
        5,
        "bias gradients",
        Quantity.BIAS_GRADIENTS,
        l,
        "delta[j][s] * 1" + timesFactor(),
        scaled("Δ · 1"),
        "s",
        "delta[j][s] · 1[s]: s stands last, then first, as it must: no T",
        List.of(
            new NamedMatrix("Δ", values.values(Quantity.DELTAS, l)), new NamedMatrix("1", ones)));
  }

  private Step weightGradients(int l) {
    double[][] activations = values.values(Quantity.ACTIVATIONS, l - 1);
    return new Step(
        6,
        "weight gradients",
        Quantity.WEIGHT_GRADIENTS,
        l,
        "delta[j][s] * activations[i][s]" + timesFactor(),
        scaled("Δ · Aᵀ"),
        "s",
        "activations[i][s]: s stands last, must be first: turned over, delta[j][s] · Aᵀ[s][i]",
        List.of(
            new NamedMatrix("Δ", values.values(Quantity.DELTAS, l)),
            new NamedMatrix("A", activations),
            new NamedMatrix("Aᵀ", Rows.transpose(activations))));
  }

  private Step hiddenDelta(int l) {
    double[][] forwardWeights = network.layer(l + 1).weights();
    return new Step(
        7,
        "hidden delta",
        Quantity.DELTAS,
        l,
        "forwardWeights[k][j] * forwardDelta[k][s]  * f′(z)",
        "(Fᵀ · Δ) ∘ f′(Z)",
        "k",
        "forwardWeights[k][j]: k stands first, must be last: turned over, Fᵀ[j][k] · Δ[k][s]",
        List.of(
            new NamedMatrix("F", forwardWeights),
            new NamedMatrix("Fᵀ", Rows.transpose(forwardWeights)),
            new NamedMatrix("Δ", values.values(Quantity.DELTAS, l + 1)),
            derivatives(l)));
  }

  private Step updatedWeights(int l) {
    return new Step(
        8,
        "updated weights",
        Quantity.UPDATED_WEIGHTS,
        l,
        "weights[j][i] - learningRate * weightGradients[j][i]",
        "W - η ∂W,  η = " + NumberText.brief(question.learningRate().getAsDouble()),
        "",
        NOTHING_SUMMED,
        List.of(
            new NamedMatrix("W", network.layer(l).weights()),
            new NamedMatrix("∂W", values.values(Quantity.WEIGHT_GRADIENTS, l))));
  }

  private Step updatedBiases(int l) {
    return new Step(
        8,
        "updated biases",
        Quantity.UPDATED_BIASES,
        l,
        "biases[j] - learningRate * biasGradients[j]",
        "b - η ∂b,  η = " + NumberText.brief(question.learningRate().getAsDouble()),
        "",
        NOTHING_SUMMED,
        List.of(
            new NamedMatrix("b", Rows.column(network.layer(l).biases())),
            new NamedMatrix("∂b", values.values(Quantity.BIAS_GRADIENTS, l))));
  }

  private String scaled(String product) {
    return factor == 1.0 ? product : "(" + product + ")" + timesFactor();
  }

  private String timesFactor() {
    return factor == 1.0 ? "" : "  * " + NumberText.brief(factor);
  }
}
