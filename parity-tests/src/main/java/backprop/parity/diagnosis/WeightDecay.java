package backprop.parity.diagnosis;

import backprop.parity.model.Quantity;
import backprop.parity.terms.NumberText;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.SideBySide;
import java.util.List;
import java.util.Optional;

/**
 * Weight gradients with a share of the weights added, as the penalty of L2 regularisation adds it.
 *
 * @param share of each weight
 * @param inBatch whether the factor of the batch is on it as well
 */
record WeightDecay(double share, boolean inBatch) {
  private static final double SAME = 1e-6;

  static Optional<WeightDecay> of(List<CaseComparison> wrong) {
    for (boolean inBatch : new boolean[] {false, true}) {
      WeightDecay first = measured(wrong.get(0), inBatch);
      if (first.share != 0.0 && wrong.stream().allMatch(first::explains)) {
        return Optional.of(first);
      }
    }
    return Optional.empty();
  }

  /** By the largest weight of the first layer. */
  private static WeightDecay measured(CaseComparison comparison, boolean inBatch) {
    double[] largest = {0.0, 0.0};
    SideBySide.visit(
        comparison.expected(),
        comparison.actual(),
        (entry, expected, actual) -> {
          if (entry.is(Quantity.WEIGHT_GRADIENTS) && entry.layer() == 1) {
            double weight =
                comparison.question().network().layer(1).weights()[entry.neuron()][entry.second()];
            if (StrictMath.abs(weight) > largest[0]) {
              largest[0] = StrictMath.abs(weight);
              largest[1] = (actual - expected) / weight;
            }
          }
        });
    double factor = inBatch ? factor(comparison) : 1.0;
    return new WeightDecay(largest[1] / factor, inBatch);
  }

  private static double factor(CaseComparison comparison) {
    int outputs = comparison.question().targets().length;
    return comparison
        .question()
        .network()
        .reduction()
        .factor(comparison.question().samples(), outputs);
  }

  private boolean explains(CaseComparison comparison) {
    double added = inBatch ? share * factor(comparison) : share;
    boolean[] explains = {WrongBlocks.hasWrongGradients(comparison)};
    SideBySide.visit(
        comparison.expected(),
        comparison.actual(),
        (entry, expected, actual) -> {
          if (entry.is(Quantity.WEIGHT_GRADIENTS)) {
            double weight =
                comparison
                    .question()
                    .network()
                    .layer(entry.layer())
                    .weights()[entry.neuron()][entry.second()];
            double off = StrictMath.abs(actual - expected - added * weight);
            double allowed = 2.0 * comparison.allowance(entry).bound();
            explains[0] &= off <= SAME * StrictMath.abs(added * weight) + allowed;
          } else if (entry.is(Quantity.BIAS_GRADIENTS)) {
            explains[0] &= comparison.allowance(entry).agrees(actual, expected);
          }
        });
    return explains[0];
  }

  FaultPattern pattern() {
    String each = inBatch ? " times the weight, times the factor" : " times the weight";
    return new FaultPattern(
        "every weight gradient is more by " + NumberText.brief(share) + each,
        "All else is right: that is the gradient of a penalty on the weights (L2 regularisation,"
            + " weight decay). Check without it.");
  }
}
