package backprop.parity.diagnosis.slips;

import backprop.parity.model.Entry;
import backprop.parity.model.Layout;
import backprop.parity.model.Quantity;
import backprop.parity.terms.Sentence;
import backprop.parity.verdict.CaseComparison;
import java.util.Optional;

/** A matrix of right numbers in wrong places, or in too many: seen in all of them together. */
final class MatrixPattern {
  /** Half-way between rounding, below one bound, and slips, from 10⁶ bounds up. */
  private static final double MARGIN = 1e3;

  private interface Place {
    double in(double[][] right, int row, int column);
  }

  private final CaseComparison comparison;

  MatrixPattern(CaseComparison comparison) {
    this.comparison = comparison;
  }

  /** Empty if the first wrong step has no matrix of weights, or no pattern. */
  Optional<Sentence> sentence() {
    Entry first = new WrongEntries(comparison).first();
    boolean ofWeights = first.is(Quantity.WEIGHT_GRADIENTS) || first.is(Quantity.UPDATED_WEIGHTS);
    if (!ofWeights) {
      return Optional.empty();
    }
    Layout layout = Layout.of(comparison.question());
    Quantity quantity = first.quantity().orElseThrow();
    Quantity.Shape shape = quantity.shape();
    double[][] right =
        layout.rows(shape, comparison.expected().values(quantity, first.layer()).orElseThrow());
    double[][] found =
        layout.rows(shape, comparison.actual().values(quantity, first.layer()).orElseThrow());
    double allowed = MARGIN * comparison.allowance(first).bound();
    return pattern(right, found, allowed).map(Sentence::of);
  }

  private static Optional<String> pattern(double[][] right, double[][] found, double allowed) {
    int last = right.length - 1;
    int end = right[0].length - 1;
    if (last > 0 && holds(right, found, allowed, (m, r, c) -> m[last][c])) {
      return Optional.of("every row is the last one: is one list stored for all rows?");
    }
    if (last > 0 && holds(right, found, allowed, (m, r, c) -> m[0][c])) {
      return Optional.of("every row is the first one: does the index of the row move?");
    }
    if (last > 0 && holds(right, found, allowed, (m, r, c) -> m[last - r][c])) {
      return Optional.of("the right rows in the wrong order, the last one first.");
    }
    if (end > 0 && holds(right, found, allowed, (m, r, c) -> m[r][end - c])) {
      return Optional.of("the right numbers of each row in the wrong order, the last one first.");
    }
    if (last > 0 && end > 0 && holds(right, found, allowed, (m, r, c) -> m[last - r][end - c])) {
      return Optional.of("the right numbers turned by a half: rows and columns count backwards.");
    }
    if (last != end || last == 0) {
      return Optional.empty();
    }
    if (holds(right, found, allowed, (m, r, c) -> m[c][r])) {
      return Optional.of("the right numbers transposed: rows and columns have changed places.");
    }
    boolean quarter =
        holds(right, found, allowed, (m, r, c) -> m[last - c][r])
            || holds(right, found, allowed, (m, r, c) -> m[c][last - r]);
    return quarter
        ? Optional.of("the right numbers turned by a quarter, not transposed.")
        : Optional.empty();
  }

  private static boolean holds(double[][] right, double[][] found, double allowed, Place place) {
    for (int r = 0; r < right.length; r++) {
      for (int c = 0; c < right[r].length; c++) {
        if (!(StrictMath.abs(found[r][c] - place.in(right, r, c)) <= allowed)) {
          return false;
        }
      }
    }
    return true;
  }
}
