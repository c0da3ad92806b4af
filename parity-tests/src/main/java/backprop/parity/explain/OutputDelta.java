package backprop.parity.explain;

import backprop.loops.Activation;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Quantity.Shape;
import backprop.parity.terms.SlotRule;
import backprop.parity.terms.Slots;
import java.util.ArrayList;
import java.util.List;

/** Step 4, which depends on how the cost and the last activation go together. */
final class OutputDelta {
  private final Case question;
  private final Network network;
  private final int depth;
  private final LaidOut laidOut;

  OutputDelta(Case question, LaidOut laidOut) {
    this.question = question;
    this.network = question.network();
    this.depth = network.depth();
    this.laidOut = laidOut;
  }

  Step step() {
    double[][] activations = laidOut.values().values(Quantity.ACTIVATIONS, depth);
    double[][] targets = question.targets();
    NamedMatrix a = laidOut.matrix("A", Shape.PER_SAMPLE, activations);
    NamedMatrix t = laidOut.matrix("T", Shape.PER_SAMPLE, targets);
    Activation activation = network.layer(depth).activation();
    boolean softmax = activation == Activation.SOFTMAX;
    String as = laidOut.perSample("A", "activations", "j").inLoop();
    Slots target = laidOut.perSample("T", "targets", "j");
    boolean cancels = network.cost().cancels(activation);
    if (softmax && cancels) {
      return crossEntropy(as, target, List.of(a, t));
    }
    if (cancels) {
      return step(
          as + " - " + target.inLoop(),
          "A - T",
          "",
          List.of("f′ cancels the logarithm: " + Step.NOTHING_SUMMED),
          List.of(a, t));
    }
    NamedMatrix slopes =
        laidOut.matrix("∂C/∂A", Shape.PER_SAMPLE, costDerivatives(activations, targets));
    if (softmax) {
      Slots jacobian = new Slots("J", "jacobian", "k", "j");
      Slots slope = laidOut.perSample("∂C/∂A", "∂cost/∂activations", "k");
      SlotRule rule = SlotRule.of(laidOut.perSample("Δ", "delta", "j"), jacobian, slope);
      return step(
          Step.sum("k", jacobian.inLoop() + " * " + slope.inLoop()),
          rule.formula() + ", sample by sample",
          "k",
          rule.lines(),
          List.of(a, slopes));
    }
    return step(
        laidOut.perSample("", "∂cost/∂activations", "j").inLoop()
            + " * f′("
            + laidOut.perSample("Z", "preActivations", "j").inLoop()
            + ")",
        "∂C/∂A ∘ f′(Z)",
        "",
        List.of(Step.NOTHING_SUMMED),
        List.of(slopes, laidOut.derivatives(activation, depth)));
  }

  /** What is left of softmax's Jacobian and the logarithm's slope. */
  private Step crossEntropy(String activation, Slots target, List<NamedMatrix> operands) {
    SlotRule sums = laidOut.sumPerSample("T", "targets", "k");
    SlotRule repeated = laidOut.forEveryNeuron(sums);
    List<String> lines = new ArrayList<>();
    lines.add("softmax's Jacobian cancels the logarithm; a sum of targets is left");
    lines.addAll(sums.lines());
    lines.addAll(repeated.lines());
    lines.add("where a sample's targets add up to 1, this is A - T");
    String sum = "Σk " + laidOut.perSample("T", "targets", "k").inLoop();
    return step(
        "%s * (%s) - %s".formatted(activation, sum, target.inLoop()),
        "A ∘ (" + repeated.formula() + ") - T",
        "k",
        lines,
        operands);
  }

  private Step step(
      String loops, String matrix, String index, List<String> slot, List<NamedMatrix> operands) {
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
}
