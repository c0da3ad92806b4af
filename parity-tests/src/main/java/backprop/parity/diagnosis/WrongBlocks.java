package backprop.parity.diagnosis;

import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.model.Rows;
import backprop.parity.model.WeightLayout;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.SideBySide;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which steps of which layers of one case are wrong. */
final class WrongBlocks {
  private WrongBlocks() {}

  /** The layers of the case, from 1. */
  static IntStream layers(CaseComparison comparison) {
    return IntStream.rangeClosed(1, comparison.depth());
  }

  static boolean hasWrongGradients(CaseComparison comparison) {
    return layers(comparison).anyMatch(comparison::hasWrongGradients);
  }

  /** Whether no gradient is shown, so that all that is known follows from updated weights. */
  static boolean areOnlyUpdates(List<CaseComparison> comparisons) {
    return comparisons.stream()
        .noneMatch(
            one ->
                layers(one)
                    .anyMatch(l -> one.given().values(Quantity.WEIGHT_GRADIENTS, l).isPresent()));
  }

  static boolean isOnlyCost(CaseComparison comparison) {
    return comparison.hasWrongCost() && !hasWrongGradients(comparison);
  }

  static boolean isOnlyUpdate(CaseComparison comparison) {
    return !comparison.hasWrongCost()
        && !hasWrongForwardPass(comparison)
        && !hasWrongGradients(comparison)
        && layers(comparison)
            .anyMatch(
                l ->
                    comparison.isWrong(Quantity.UPDATED_WEIGHTS, l)
                        || comparison.isWrong(Quantity.UPDATED_BIASES, l));
  }

  static boolean isOnlyInputGradients(CaseComparison comparison) {
    return isOnlyIn(comparison, EnumSet.of(Quantity.INPUT_GRADIENTS));
  }

  /** Something is wrong in these quantities, and nothing else: not the cost, either. */
  static boolean isOnlyIn(CaseComparison comparison, Set<Quantity> quantities) {
    Set<Quantity> wrong = EnumSet.noneOf(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      if (layers(comparison).anyMatch(l -> comparison.isWrong(quantity, l))) {
        wrong.add(quantity);
      }
    }
    return !comparison.hasWrongCost() && !wrong.isEmpty() && quantities.containsAll(wrong);
  }

  static boolean hasWrongForwardPass(CaseComparison comparison) {
    return layers(comparison)
        .anyMatch(
            l ->
                comparison.isWrong(Quantity.PRE_ACTIVATIONS, l)
                    || comparison.isWrong(Quantity.ACTIVATIONS, l));
  }

  static boolean isForwardPass(CaseComparison comparison) {
    boolean costToo = comparison.hasWrongCost() && comparison.hasWrongGradients(comparison.depth());
    return hasWrongForwardPass(comparison) || costToo;
  }

  /** Both gradients of a layer are wrong, as they are when its delta is; or the only one it has. */
  static boolean hasWrongHiddenDelta(CaseComparison comparison) {
    return layers(comparison)
        .anyMatch(
            l ->
                (comparison.isWrong(Quantity.BIAS_GRADIENTS, l) || !showsBiases(comparison, l))
                    && comparison.isWrong(Quantity.WEIGHT_GRADIENTS, l));
  }

  /** Whether the bias gradients of a layer can be right or wrong. */
  static boolean showsBiases(CaseComparison comparison, int l) {
    return comparison.actual().values(Quantity.BIAS_GRADIENTS, l).isPresent();
  }

  static boolean isWeightsOnly(CaseComparison comparison) {
    return isOnly(comparison, Quantity.WEIGHT_GRADIENTS, Quantity.BIAS_GRADIENTS);
  }

  static boolean isBiasesOnly(CaseComparison comparison) {
    return isOnly(comparison, Quantity.BIAS_GRADIENTS, Quantity.WEIGHT_GRADIENTS);
  }

  private static boolean isOnly(CaseComparison comparison, Quantity wrong, Quantity right) {
    return layers(comparison)
            .filter(l -> comparison.isWrong(wrong, l))
            .anyMatch(l -> showsBiases(comparison, l))
        && layers(comparison).noneMatch(l -> comparison.isWrong(right, l));
  }

  /** Every gradient is 0, and not every one should be. */
  static boolean isNothing(CaseComparison comparison) {
    boolean[] nothing = {false};
    boolean[] something = {false};
    SideBySide.visit(
        comparison.expected(),
        comparison.actual(),
        (entry, expected, actual) -> {
          nothing[0] |= entry.isGradient() && actual == 0.0 && expected != 0.0;
          something[0] |= entry.isGradient() && actual != 0.0;
        });
    return nothing[0] && !something[0];
  }

  /** Some number is none, and should be one. */
  static boolean isNotANumber(CaseComparison comparison) {
    boolean[] found = {false};
    SideBySide.visit(
        comparison.expected(),
        comparison.actual(),
        (entry, expected, actual) -> found[0] |= Double.isNaN(actual) && !Double.isNaN(expected));
    return found[0];
  }

  /** The case says already that a row of weights belongs to a sending neuron. */
  static boolean isTransposedAlthoughSaid(CaseComparison comparison) {
    return comparison.question().weightLayout() == WeightLayout.INPUTS_BY_OUTPUTS
        && isTransposed(comparison);
  }

  /** Right biases, and the weight gradients of every layer the other way round, to be seen in one. */
  static boolean isTransposed(CaseComparison comparison) {
    boolean seen =
        layers(comparison).anyMatch(l -> comparison.isWrong(Quantity.WEIGHT_GRADIENTS, l));
    return seen
        && layers(comparison)
            .allMatch(
                l -> {
                  double[][] expected =
                      comparison.expected().values(Quantity.WEIGHT_GRADIENTS, l).orElseThrow();
                  double[][] actual =
                      Rows.transpose(
                          comparison.actual().values(Quantity.WEIGHT_GRADIENTS, l).orElseThrow());
                  return expected.length == actual.length
                      && !comparison.isWrong(Quantity.BIAS_GRADIENTS, l)
                      && agree(comparison, l, expected, actual);
                });
  }

  private static boolean agree(
      CaseComparison comparison, int l, double[][] expected, double[][] actual) {
    for (int j = 0; j < expected.length; j++) {
      for (int i = 0; i < expected[j].length; i++) {
        Entry entry = Entry.of(Quantity.WEIGHT_GRADIENTS, l, j, i);
        if (!comparison.allowance(entry).agrees(actual[j][i], expected[j][i])) {
          return false;
        }
      }
    }
    return true;
  }
}
