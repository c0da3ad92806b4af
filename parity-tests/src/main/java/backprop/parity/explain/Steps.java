package backprop.parity.explain;

import backprop.loops.Activation;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Layout;
import backprop.parity.model.Quantity;
import backprop.parity.model.Quantity.Shape;
import backprop.parity.model.Rows;
import backprop.parity.model.Spelling;
import backprop.parity.terms.Expansions;
import backprop.parity.terms.NumberText;
import backprop.parity.terms.SlotRule;
import backprop.parity.terms.Slots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The steps of a case in the order in which they are computed, with their live operands. */
final class Steps {
  private final Case question;
  private final Network network;
  private final int depth;
  private final LaidOut laidOut;
  private final Layout layout;
  private final double factor;

  /**
   * @param layout in which names, numbers and products are written
   */
  Steps(Case question, Expansions values, Layout layout) {
    this.question = question;
    this.network = question.network();
    this.depth = network.depth();
    this.laidOut = new LaidOut(values, layout);
    this.layout = layout;
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

  /** Step 4 or 7, then 5 and 6, from the last layer to the first; then 7 for the inputs. */
  List<Step> backward() {
    List<Step> steps = new ArrayList<>();
    for (int l = depth; l >= 1; l--) {
      steps.add(l == depth ? new OutputDelta(question, laidOut).step() : hiddenDelta(l));
      if (question.hasBiases(l)) {
        steps.add(biasGradients(l));
      }
      steps.add(weightGradients(l));
    }
    steps.add(inputGradients());
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
    Slots z = laidOut.perSample("Z", "preActivations", "j");
    Slots w = Slots.perWeight("W", "weights", "j", "i", layout);
    Slots a = laidOut.perSample("A", "activations", "i");
    Slots b = Slots.perNeuron("b", "biases", layout);
    SlotRule rule = SlotRule.of(z, w, a);
    boolean hasBiases = question.hasBiases(l);
    String biases = SlotRule.of(z, b, Slots.ones("s")).formula().replace(" ", "");
    List<NamedMatrix> operands =
        new ArrayList<>(
            LaidOut.operands(
                rule,
                laidOut.matrix("W", Shape.PER_WEIGHT, network.layer(l).weights()),
                laidOut.perSample("A", Quantity.ACTIVATIONS, l - 1)));
    if (hasBiases) {
      double[][] column = Rows.column(network.layer(l).biases());
      operands.add(laidOut.matrix("b", Shape.PER_NEURON, column));
    }
    return new Step(
        1,
        "pre-activations",
        Quantity.PRE_ACTIVATIONS,
        l,
        Step.sum("i", w.inLoop() + " * " + a.inLoop() + (hasBiases ? "  + " + b.inLoop() : "")),
        rule.formula() + (hasBiases ? " + " + biases : ""),
        "i",
        rule.lines(),
        operands);
  }

  private Step activations(int l) {
    Activation activation = network.layer(l).activation();
    if (activation == Activation.SOFTMAX) {
      return shares(l);
    }
    return activations(
        l,
        "f(" + laidOut.perSample("Z", "preActivations", "j").inLoop() + ")",
        "f(Z)",
        "",
        List.of("f is " + Spelling.of(activation) + ", entry by entry: " + Step.NOTHING_SUMMED));
  }

  /** Softmax: the sum runs over every k of the sample, whichever j is asked for. */
  private Step shares(int l) {
    SlotRule sums = laidOut.sumPerSample("exp(Z)", "exp(z)", "k");
    SlotRule repeated = laidOut.forEveryNeuron(sums);
    return activations(
        l,
        "exp(%s) / Σk exp(%s)"
            .formatted(
                laidOut.perSample("Z", "preActivations", "j").inLoop(),
                laidOut.perSample("Z", "preActivations", "k").inLoop()),
        "exp(Z) ⊘ (" + repeated.formula() + ")",
        "k",
        Stream.of(sums, repeated).flatMap(rule -> rule.lines().stream()).toList());
  }

  private Step activations(
      int l, String loops, String matrix, String summedIndex, List<String> slot) {
    return new Step(
        2,
        "activations",
        Quantity.ACTIVATIONS,
        l,
        loops,
        matrix,
        summedIndex,
        slot,
        List.of(laidOut.perSample("Z", Quantity.PRE_ACTIVATIONS, l)));
  }

  private Step biasGradients(int l) {
    Slots delta = laidOut.perSample("Δ", "delta", "j");
    Slots ones = Slots.ones("s");
    SlotRule rule = SlotRule.of(Slots.perNeuron("∂b", "biasGradients", layout), delta, ones);
    double[][] column = new double[question.samples()][1];
    Arrays.stream(column).forEach(row -> row[0] = 1.0);
    return new Step(
        5,
        "bias gradients",
        Quantity.BIAS_GRADIENTS,
        l,
        Step.sum("s", delta.inLoop() + " * 1" + timesFactor()),
        scaled(rule.formula()),
        "s",
        rule.lines(),
        LaidOut.operands(
            rule, laidOut.perSample("Δ", Quantity.DELTAS, l), new NamedMatrix("1", column)));
  }

  private Step weightGradients(int l) {
    Slots delta = laidOut.perSample("Δ", "delta", "j");
    Slots a = laidOut.perSample("A", "activations", "i");
    SlotRule rule =
        SlotRule.of(Slots.perWeight("∂W", "weightGradients", "j", "i", layout), delta, a);
    return new Step(
        6,
        "weight gradients",
        Quantity.WEIGHT_GRADIENTS,
        l,
        Step.sum("s", delta.inLoop() + " * " + a.inLoop() + timesFactor()),
        scaled(rule.formula()),
        "s",
        rule.lines(),
        LaidOut.operands(
            rule,
            laidOut.perSample("Δ", Quantity.DELTAS, l),
            laidOut.perSample("A", Quantity.ACTIVATIONS, l - 1)));
  }

  private Step hiddenDelta(int l) {
    Slots forwardWeights = Slots.perWeight("F", "forwardWeights", "k", "j", layout);
    Slots forwardDelta = laidOut.perSample("Δ", "forwardDelta", "k");
    SlotRule rule = SlotRule.of(laidOut.perSample("Δ", "delta", "j"), forwardWeights, forwardDelta);
    return new Step(
        7,
        "hidden delta",
        Quantity.DELTAS,
        l,
        Step.sum("k", forwardWeights.inLoop() + " * " + forwardDelta.inLoop() + "  * f′(z)"),
        "(" + rule.formula() + ") ∘ f′(Z)",
        "k",
        rule.lines(),
        LaidOut.operands(
            rule,
            laidOut.matrix("F", Shape.PER_WEIGHT, network.layer(l + 1).weights()),
            laidOut.perSample("Δ", Quantity.DELTAS, l + 1),
            laidOut.derivatives(network.layer(l).activation(), l)));
  }

  /** Step 7 once more: no f made the inputs, so the factor alone follows the product. */
  private Step inputGradients() {
    Slots w = Slots.perWeight("W", "weights", "j", "i", layout);
    Slots delta = laidOut.perSample("Δ", "delta", "j");
    SlotRule rule = SlotRule.of(laidOut.perSample("∂A", "inputGradients", "i"), w, delta);
    return new Step(
        7,
        "input gradients",
        Quantity.INPUT_GRADIENTS,
        1,
        Step.sum("j", w.inLoop() + " * " + delta.inLoop() + timesFactor()),
        scaled(rule.formula()),
        "j",
        rule.lines(),
        LaidOut.operands(
            rule,
            laidOut.matrix("W", Shape.PER_WEIGHT, network.layer(1).weights()),
            laidOut.perSample("Δ", Quantity.DELTAS, 1)));
  }

  private Step updatedWeights(int l) {
    return updated(
        "updated weights",
        Quantity.UPDATED_WEIGHTS,
        l,
        Slots.perWeight("W", "weights", "j", "i", layout),
        laidOut.matrix("W", Shape.PER_WEIGHT, network.layer(l).weights()),
        laidOut.matrix(
            "∂W", Shape.PER_WEIGHT, laidOut.values().values(Quantity.WEIGHT_GRADIENTS, l)));
  }

  private Step updatedBiases(int l) {
    return updated(
        "updated biases",
        Quantity.UPDATED_BIASES,
        l,
        Slots.perNeuron("b", "biases", layout),
        laidOut.matrix("b", Shape.PER_NEURON, Rows.column(network.layer(l).biases())),
        laidOut.matrix(
            "∂b", Shape.PER_NEURON, laidOut.values().values(Quantity.BIAS_GRADIENTS, l)));
  }

  private Step updated(
      String title,
      Quantity quantity,
      int l,
      Slots slots,
      NamedMatrix parameters,
      NamedMatrix gradients) {
    String rate = NumberText.brief(question.learningRate().getAsDouble());
    String gradient = quantity == Quantity.UPDATED_WEIGHTS ? "weightGradients" : "biasGradients";
    String slope = new Slots("", gradient, slots.row(), slots.column()).inLoop();
    return new Step(
        8,
        title,
        quantity,
        l,
        slots.inLoop() + " - learningRate * " + slope,
        "%s - η %s,  η = %s".formatted(parameters.name(), gradients.name(), rate),
        "",
        List.of(Step.NOTHING_SUMMED),
        List.of(parameters, gradients));
  }

  private String scaled(String product) {
    return factor == 1.0 ? product : "(" + product + ")" + timesFactor();
  }

  private String timesFactor() {
    return factor == 1.0 ? "" : "  * " + NumberText.brief(factor);
  }
}
