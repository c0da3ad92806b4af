package backprop.parity.diagnosis;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Layout;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.model.SampleLayout;
import backprop.parity.terms.SlotRule;
import backprop.parity.terms.Slots;
import backprop.parity.verdict.CaseComparison;
import java.util.List;
import java.util.Optional;

/**
 * Step 7 with its factors in the other order, which gives the transpose of the right product. It
 * fits where a hidden layer has as many neurons as there are samples.
 */
final class SwappedFactors {
  /** Rounding is far below, the smallest mistake far above. */
  private static final double SAME = 1e-7;

  private SwappedFactors() {}

  /** The pattern, if it explains every number of all of these cases. */
  static Optional<FaultPattern> of(List<CaseComparison> wrong) {
    if (!wrong.stream().allMatch(SwappedFactors::explain)) {
      return Optional.empty();
    }
    String text = "the product of step 7 transposed in every hidden layer that allows it";
    return Optional.of(new FaultPattern(text, sentence(wrong.get(0).question())));
  }

  /** Whether that explains every number of the backward pass. */
  private static boolean explain(CaseComparison comparison) {
    Case question = comparison.question();
    Network network = question.network();
    int depth = network.depth();
    Result right = comparison.expected();
    double factor = network.reduction().factor(question.samples(), question.targets().length);
    double[][] delta = right.values(Quantity.DELTAS, depth).orElseThrow();
    boolean swapped = false;
    for (int l = depth; l >= 1; l--) {
      double[][] before =
          l == 1 ? question.inputs() : right.values(Quantity.ACTIVATIONS, l - 1).orElseThrow();
      double[][] weightGradients = BackwardPass.weightGradients(delta, before, factor);
      double[][] biasGradients = Rows.column(BackwardPass.biasGradients(delta, factor));
      Result found = comparison.actual();
      if (!same(delta, found.values(Quantity.DELTAS, l))
          || !same(weightGradients, found.values(Quantity.WEIGHT_GRADIENTS, l))
          || !same(biasGradients, found.values(Quantity.BIAS_GRADIENTS, l))) {
        return false;
      }
      if (l > 1) {
        double[][] z = right.values(Quantity.PRE_ACTIVATIONS, l - 1).orElseThrow();
        boolean fits = z.length == question.samples();
        double[][] propagated =
            BackwardPass.hiddenDelta(network.layer(l).weights(), delta, Activation.IDENTITY, z);
        delta = fits ? Rows.transpose(propagated) : propagated;
        swapped |= fits;
        multiply(delta, network.layer(l - 1).activation(), z);
      }
    }
    return swapped;
  }

  private static void multiply(double[][] delta, Activation activation, double[][] z) {
    for (int j = 0; j < delta.length; j++) {
      for (int s = 0; s < delta[j].length; s++) {
        delta[j][s] *= activation.derivative(z[j][s]);
      }
    }
  }

  private static boolean same(double[][] expected, Optional<double[][]> found) {
    double largest = 0.0;
    double difference = 0.0;
    for (int j = 0; found.isPresent() && j < expected.length; j++) {
      for (int s = 0; s < expected[j].length; s++) {
        largest = StrictMath.max(largest, StrictMath.abs(expected[j][s]));
        double apart = StrictMath.abs(expected[j][s] - found.get()[j][s]);
        // NaN is no match either.
        difference = apart <= difference ? difference : apart;
      }
    }
    return difference <= SAME * largest || found.isEmpty();
  }

  /** Such as {@code F·Δᵀ is the transpose of Δ·Fᵀ}, with samples in rows, as answers have them. */
  private static String sentence(Case question) {
    Layout layout = new Layout(SampleLayout.ROWS, question.weightLayout());
    SlotRule rule =
        SlotRule.of(
            Slots.perSample("P", "propagated", "j", layout),
            Slots.perWeight("F", "forwardWeights", "k", "j", layout),
            Slots.perSample("Δ", "forwardDelta", "k", layout));
    String swapped =
        factor(rule.right().symbol(), !rule.transposesRight())
            + "·"
            + factor(rule.left().symbol(), !rule.transposesLeft());
    String right =
        factor(rule.left().symbol(), rule.transposesLeft())
            + "·"
            + factor(rule.right().symbol(), rule.transposesRight());
    String sentence =
        "The factors of step 7 stand in the other order: with a row per sample, %s is the"
            + " transpose of %s.";
    return sentence.formatted(swapped, right);
  }

  private static String factor(String symbol, boolean transposed) {
    return symbol + (transposed ? "ᵀ" : "");
  }
}
