package backprop.parity.diagnosis;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.model.WeightLayout;
import backprop.parity.verdict.CaseComparison;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A product without its T, in step 6 or where the delta goes back to the inputs: it runs where the
 * sizes happen to fit.
 */
public final class MissingTranspose {
  private static final Set<Quantity> STEP_6 =
      EnumSet.of(Quantity.WEIGHT_GRADIENTS, Quantity.UPDATED_WEIGHTS);
  private static final String NOTE =
      "With a %s per sample, %s stands where %s belongs: the sizes fit by chance, so only the slot"
          + " rule shows the T.";

  private MissingTranspose() {}

  /** Whether it explains every wrong number of all of these cases. */
  public static boolean explains(List<CaseComparison> wrong) {
    return of(wrong).isPresent();
  }

  /** The pattern, if it explains every wrong number of all of these cases. */
  static Optional<FaultPattern> of(List<CaseComparison> wrong) {
    boolean byInputs = wrong.get(0).question().weightLayout() == WeightLayout.INPUTS_BY_OUTPUTS;
    String text = "the product of step 6 without its T";
    if (wrong.stream().allMatch(one -> isStep6(one, true))) {
      return Optional.of(
          new FaultPattern(
              text,
              byInputs
                  ? NOTE.formatted("row", "A·Δ", "Aᵀ·Δ")
                  : NOTE.formatted("column", "Δ·A", "Δ·Aᵀ")));
    }
    if (wrong.stream().allMatch(one -> isStep6(one, false))) {
      return Optional.of(
          new FaultPattern(
              text,
              byInputs
                  ? NOTE.formatted("column", "A·Δ", "A·Δᵀ")
                  : NOTE.formatted("row", "Δ·A", "Δᵀ·A")));
    }
    String product =
        byInputs ? NOTE.formatted("row", "Δ·W", "Δ·Wᵀ") : NOTE.formatted("column", "W·Δ", "Wᵀ·Δ");
    String inputs = "the gradients of the inputs alone are wrong: their product without its T";
    if (wrong.stream().allMatch(one -> isBackToInputs(one, factor(one.question())))) {
      return Optional.of(new FaultPattern(inputs, product));
    }
    return wrong.stream().allMatch(one -> isBackToInputs(one, 1.0))
        ? Optional.of(new FaultPattern(inputs + " and without the factor", product))
        : Optional.empty();
  }

  /**
   * Whether all wrong weight gradients are those of this product.
   *
   * @param deltaIsRight whether it is the activations, not the delta, that are read the wrong way
   */
  private static boolean isStep6(CaseComparison comparison, boolean deltaIsRight) {
    return WrongBlocks.isOnlyIn(comparison, STEP_6)
        && WrongBlocks.layers(comparison)
            .filter(l -> comparison.isWrong(Quantity.WEIGHT_GRADIENTS, l))
            .allMatch(l -> isStep6(comparison, l, deltaIsRight));
  }

  private static boolean isStep6(CaseComparison comparison, int l, boolean deltaIsRight) {
    double[][] delta = comparison.expected().values(Quantity.DELTAS, l).orElseThrow();
    double[][] activations =
        l == 1
            ? comparison.question().inputs()
            : comparison.expected().values(Quantity.ACTIVATIONS, l - 1).orElseThrow();
    double[][] left = deltaIsRight ? delta : Rows.transpose(delta);
    double[][] right = deltaIsRight ? activations : Rows.transpose(activations);
    double factor = factor(comparison.question());
    return matches(comparison, Quantity.WEIGHT_GRADIENTS, l, left, right, factor);
  }

  private static boolean isBackToInputs(CaseComparison comparison, double factor) {
    double[][] weights = comparison.question().network().layer(1).weights();
    double[][] delta = comparison.expected().values(Quantity.DELTAS, 1).orElseThrow();
    return WrongBlocks.isOnlyInputGradients(comparison)
        && matches(comparison, Quantity.INPUT_GRADIENTS, 1, weights, delta, factor);
  }

  private static boolean matches(
      CaseComparison comparison,
      Quantity quantity,
      int l,
      double[][] left,
      double[][] right,
      double factor) {
    Case question = comparison.question();
    double[][] found = comparison.actual().values(quantity, l).orElseThrow();
    boolean fits =
        left[0].length == right.length
            && left.length == found.length
            && right[0].length == found[0].length;
    if (!fits) {
      return false;
    }
    Result product = Result.to(question).put(quantity, l, product(left, right, factor)).build();
    return new BoundMatch(comparison.precision()).matches(question, product, comparison.actual());
  }

  private static double[][] product(double[][] left, double[][] right, double factor) {
    double[][] product = new double[left.length][right[0].length];
    for (int r = 0; r < product.length; r++) {
      for (int c = 0; c < product[r].length; c++) {
        double sum = 0.0;
        for (int q = 0; q < right.length; q++) {
          sum += left[r][q] * right[q][c];
        }
        product[r][c] = sum * factor;
      }
    }
    return product;
  }

  private static double factor(Case question) {
    return question.network().reduction().factor(question.samples(), question.targets().length);
  }
}
