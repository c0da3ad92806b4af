package backprop.parity.diagnosis;

import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Spelling;
import backprop.parity.verdict.CaseComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A reading of the case that differs by a constant only: with ½ or without, per sample or in all.
 *
 * @param cost that is meant, empty for the one that is asked for
 * @param reduction that is meant, empty for the one that is asked for
 */
record Convention(Optional<Cost> cost, Optional<Reduction> reduction) {

  /** The first convention that explains all gradients, and all costs that are given. */
  static Optional<Convention> explaining(List<CaseComparison> wrong) {
    return all().stream()
        .filter(convention -> wrong.stream().allMatch(convention::explains))
        .findFirst();
  }

  private static List<Convention> all() {
    List<Optional<Cost>> costs =
        List.of(
            Optional.empty(),
            Optional.of(Cost.HALF_SQUARED_ERROR),
            Optional.of(Cost.SQUARED_ERROR));
    List<Optional<Reduction>> reductions = new ArrayList<>();
    reductions.add(Optional.empty());
    for (Reduction reduction : Reduction.values()) {
      reductions.add(Optional.of(reduction));
    }
    return reductions.stream()
        .flatMap(reduction -> costs.stream().map(cost -> new Convention(cost, reduction)))
        .toList();
  }

  private boolean explains(CaseComparison comparison) {
    ConstantFactor scale = new ConstantFactor(toString(), this::factor);
    return scale.fits(comparison, comparison.depth()) && scale.fitsCost(comparison);
  }

  private double factor(Case question) {
    int samples = question.samples();
    int outputs = question.targets().length;
    Reduction asked = question.network().reduction();
    double meant = reduction.orElse(asked).factor(samples, outputs);
    return halving(question.network().cost()) * (meant / asked.factor(samples, outputs));
  }

  private double halving(Cost asked) {
    boolean half = cost.equals(Optional.of(Cost.HALF_SQUARED_ERROR));
    boolean whole = cost.equals(Optional.of(Cost.SQUARED_ERROR));
    if (asked == Cost.SQUARED_ERROR && half) {
      return 0.5;
    }
    return asked == Cost.HALF_SQUARED_ERROR && whole ? 2.0 : 1.0;
  }

  /** Such as {@code cost half-squared-error, reduction mean}. */
  @Override
  public String toString() {
    return Stream.of(
            cost.map(known -> "cost " + Spelling.of(known)),
            reduction.map(known -> "reduction " + Spelling.of(known)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }
}
