package backprop.parity.diagnosis.slips;

import backprop.parity.model.Entry;
import backprop.parity.model.Layout;
import backprop.parity.model.Quantity;
import backprop.parity.terms.Sentence;
import backprop.parity.verdict.CaseComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A matrix of right numbers in wrong places, or in too many: seen in all of them together. */
final class MatrixPattern {
  /** Half-way between rounding, below one bound, and slips, from 10⁶ bounds up. */
  private static final double MARGIN = 1e3;

  private interface Place {
    double in(double[][] right, int row, int column);
  }

  private final double[][] right;
  private final double[][] found;
  private final double allowed;
  private final List<String> sentences = new ArrayList<>();

  private MatrixPattern(double[][] right, double[][] found, double allowed) {
    this.right = right;
    this.found = found;
    this.allowed = allowed;
    collect();
  }

  /**
   * The first pattern that holds in every case with a wrong number; empty if there is none, or the
   * first wrong step of a case has no matrix of weights.
   */
  static Optional<Sentence> in(List<CaseComparison> asked) {
    List<CaseComparison> wrong =
        asked.stream().filter(one -> one.firstDivergence().isPresent()).toList();
    List<String> common = sentences(wrong.get(0));
    for (CaseComparison other : wrong.subList(1, wrong.size())) {
      if (!common.isEmpty()) {
        common = common.stream().filter(sentences(other)::contains).toList();
      }
    }
    return common.stream().findFirst().map(Sentence::of);
  }

  private static List<String> sentences(CaseComparison comparison) {
    Entry first = new WrongEntries(comparison).first();
    boolean ofWeights = first.is(Quantity.WEIGHT_GRADIENTS) || first.is(Quantity.UPDATED_WEIGHTS);
    if (!ofWeights) {
      return List.of();
    }
    Layout layout = Layout.of(comparison.question());
    Quantity quantity = first.quantity().orElseThrow();
    Quantity.Shape shape = quantity.shape();
    double[][] right =
        layout.rows(shape, comparison.expected().values(quantity, first.layer()).orElseThrow());
    double[][] found =
        layout.rows(shape, comparison.actual().values(quantity, first.layer()).orElseThrow());
    double allowed = MARGIN * comparison.allowance(first).bound();
    return new MatrixPattern(right, found, allowed).sentences;
  }

  private void collect() {
    int last = right.length - 1;
    int end = right[0].length - 1;
    if (last > 0) {
      say("every row is the last one: is one list stored for all rows?", (m, r, c) -> m[last][c]);
      say("every row is the first one: does the index of the row move?", (m, r, c) -> m[0][c]);
      say("the right rows in the wrong order, the last one first.", (m, r, c) -> m[last - r][c]);
    }
    if (end > 0) {
      say(
          "the right numbers of each row in the wrong order, the last one first.",
          (m, r, c) -> m[r][end - c]);
    }
    if (last > 0 && end > 0) {
      say(
          "the right numbers turned by a half: rows and columns count backwards.",
          (m, r, c) -> m[last - r][end - c]);
    }
    if (last == end && last > 0) {
      say(
          "the right numbers transposed: rows and columns have changed places.",
          (m, r, c) -> m[c][r]);
      String quarter = "the right numbers turned by a quarter, not transposed.";
      say(quarter, (m, r, c) -> m[last - c][r]);
      say(quarter, (m, r, c) -> m[c][last - r]);
    }
  }

  private void say(String sentence, Place place) {
    if (holds(place)) {
      sentences.add(sentence);
    }
  }

  private boolean holds(Place place) {
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
