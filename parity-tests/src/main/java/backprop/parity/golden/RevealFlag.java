package backprop.parity.golden;

import backprop.loops.Activation;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.WeightLayout;
import backprop.parity.verdict.Precision;
import backprop.parity.verdict.RoundingFree;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is particular about a case, and what it can or cannot reveal for that reason. */
public enum RevealFlag {
  ONE_SAMPLE(
      "one sample: cannot tell sum from mean, nor a gradient that forgets all samples but one",
      question -> question.samples() == 1),
  ONE_LAYER(
      "no hidden layer: cannot reveal anything about the hidden delta",
      question -> question.network().depth() == 1),
  ONE_OUTPUT(
      "one output: cannot tell a sum over forward neurons from its last term",
      question -> outputs(question.network()) == 1),
  LINEAR_OUTPUT(
      "the last layer's f′ is 1: cannot reveal that it is missing, applied twice or taken elsewhere",
      question ->
          question.network().layer(question.network().depth()).activation() == Activation.IDENTITY),
  SQUARE_LAYER(
      "a square layer: a transpose too many or too few gives wrong numbers, not a wrong shape",
      question -> layers(question).anyMatch(layer -> layer.inputs() == layer.outputs())),
  ALL_DIFFERENT(
      "every width and the batch differ: no two loops can be mistaken for each other",
      RevealFlag::allDifferent),
  SUMMED(
      "costs are summed: cannot reveal a factor of the batch that is applied twice",
      question -> question.network().reduction() == Reduction.SUM),
  INPUTS_BY_OUTPUTS(
      "weights are written a row per input: reveals the other layout",
      question -> question.weightLayout() == WeightLayout.INPUTS_BY_OUTPUTS),
  EXACT(
      "nothing is ever rounded: every right program gives these very bits",
      question -> RoundingFree.holds(question, Precision.DOUBLE));

  private final String note;
  private final Predicate<Case> holds;

  RevealFlag(String note, Predicate<Case> holds) {
    this.note = note;
    this.holds = holds;
  }

  /** What it means for somebody whose program agrees, or does not, on such a case. */
  public String note() {
    return note;
  }

  /** Whether it is true of a case. */
  public boolean holds(Case question) {
    return holds.test(question);
  }

  /** All that are true of a case. */
  public static List<RevealFlag> of(Case question) {
    return Arrays.stream(values()).filter(flag -> flag.holds(question)).toList();
  }

  private static Stream<Layer> layers(Case question) {
    return question.network().layers().stream();
  }

  private static int outputs(Network network) {
    return network.layer(network.depth()).outputs();
  }

  private static boolean allDifferent(Case question) {
    Set<Integer> sizes = layers(question).map(Layer::outputs).collect(Collectors.toSet());
    sizes.add(question.network().layer(1).inputs());
    sizes.add(question.samples());
    return sizes.size() == question.network().depth() + 2;
  }
}
