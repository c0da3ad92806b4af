package backprop.parity.course;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An index of a product that stands in the wrong place, seen in all numbers.
 *
 * @param factor {@code left} or {@code right}
 * @param found what is read of it, such as {@code [c][q]}
 * @param place that is read for one term
 */
record WrongIndex(String factor, String found, Place place) {
  private static final String LEFT = "left";
  private static final String RIGHT = "right";

  /** More of them explain too little. */
  private static final int MOST_NAMED = 2;

  private static final List<WrongIndex> ALL =
      List.of(
          new WrongIndex(LEFT, "[q][r]", (rows, r, c, q) -> at(rows, q, r)),
          new WrongIndex(LEFT, "[c][q]", (rows, r, c, q) -> at(rows, c, q)),
          new WrongIndex(LEFT, "[q][c]", (rows, r, c, q) -> at(rows, q, c)),
          new WrongIndex(LEFT, "[r][c]", (rows, r, c, q) -> at(rows, r, c)),
          new WrongIndex(LEFT, "[q][q]", (rows, r, c, q) -> at(rows, q, q)),
          new WrongIndex(RIGHT, "[c][q]", (rows, r, c, q) -> at(rows, c, q)),
          new WrongIndex(RIGHT, "[q][r]", (rows, r, c, q) -> at(rows, q, r)),
          new WrongIndex(RIGHT, "[r][q]", (rows, r, c, q) -> at(rows, r, q)),
          new WrongIndex(RIGHT, "[r][c]", (rows, r, c, q) -> at(rows, r, c)),
          new WrongIndex(RIGHT, "[q][q]", (rows, r, c, q) -> at(rows, q, q)));

  /** What is read of a factor for one term. */
  private interface Place {
    double in(double[][] rows, int r, int c, int q);
  }

  /** A sentence on those that give all numbers, as far as they can be known. */
  static Optional<String> in(double[][] left, double[][] right, double[][] found, double allowed) {
    List<WrongIndex> all =
        ALL.stream().filter(index -> index.gives(left, right, found, allowed)).toList();
    boolean oneFactor = all.stream().map(WrongIndex::factor).distinct().count() == 1;
    return oneFactor && all.size() <= MOST_NAMED
        ? Optional.of(
            "%s read %s: it reads %s."
                .formatted(
                    all.get(0).factor,
                    all.stream().map(WrongIndex::found).collect(Collectors.joining(" or ")),
                    all.get(0).isLeft() ? "[r][q]" : "[q][c]"))
        : Optional.empty();
  }

  private boolean isLeft() {
    return factor.equals(LEFT);
  }

  private boolean gives(double[][] left, double[][] right, double[][] found, double allowed) {
    boolean known = false;
    for (int r = 0; r < found.length; r++) {
      for (int c = 0; c < found[r].length; c++) {
        double sum = 0.0;
        for (int q = 0; q < right.length; q++) {
          double one = isLeft() ? place.in(left, r, c, q) : left[r][q];
          sum += one * (isLeft() ? right[q][c] : place.in(right, r, c, q));
        }
        if (!Double.isNaN(sum) && !(StrictMath.abs(found[r][c] - sum) <= allowed)) {
          return false;
        }
        known |= !Double.isNaN(sum);
      }
    }
    return known;
  }

  /** As C reads it, row behind row; what stands behind the last one cannot be known. */
  private static double at(double[][] rows, int row, int column) {
    int place = row * rows[0].length + column;
    return place < rows.length * rows[0].length
        ? rows[place / rows[0].length][place % rows[0].length]
        : Double.NaN;
  }
}
