package backprop.parity.terms;

import java.util.List;

/**
 * The slot rule: from the three indices that a loop names to the matrix product.
 *
 * <p>A product reads {@code result[r][c] = Σq left[r][q] · right[q][c]}, in no other way. So the
 * factor that carries r goes left, the one that carries c goes right, and what reads the other way
 * round gets a T. No shape is asked for.
 *
 * @param r the index in the first slot of the result
 * @param q the index that is summed; empty if none is
 * @param c the index in the second slot of the result
 */
public record SlotRule(String r, String q, String c, Slots left, Slots right) {
  /** The product that gives a result from the two factors of a loop's term, in whatever order. */
  public static SlotRule of(Slots result, Slots one, Slots other) {
    String r = result.row();
    String c = result.column();
    boolean oneGoesLeft = r.isEmpty() ? other.carries(c) : one.carries(r);
    Slots left = oneGoesLeft ? one : other;
    Slots right = oneGoesLeft ? other : one;
    return new SlotRule(r, left.other(r), c, left, right);
  }

  /** Whether the left factor reads [q][r] in the loop. */
  public boolean transposesLeft() {
    return !left.row().equals(r);
  }

  /** Whether the right factor reads [c][q] in the loop. */
  public boolean transposesRight() {
    return !right.column().equals(c);
  }

  /** Such as {@code Δ · Aᵀ}. */
  public String formula() {
    return symbol(left, transposesLeft()) + " · " + symbol(right, transposesRight());
  }

  private static String symbol(Slots factor, boolean transposed) {
    return factor.symbol() + (transposed ? "ᵀ" : "");
  }

  /** The rule applied, a line for each factor. */
  public List<String> lines() {
    return List.of(
        line(left, "r", r, "left", slot(r) + slot(q), transposesLeft()),
        line(right, "c", c, "right", slot(q) + slot(c), transposesRight()));
  }

  private String line(
      Slots factor, String role, String index, String side, String mustRead, boolean transposed) {
    String carries =
        index.isEmpty()
            ? "carries q = %s alone".formatted(q)
            : "carries %s = %s".formatted(role, index);
    String reads =
        factor.isVector()
            ? lies(factor, transposed)
            : transposed
                ? "must read %s: %sᵀ".formatted(mustRead, factor.symbol())
                : "reads %s, as it must".formatted(mustRead);
    return "%s%s %s: %s, %s".formatted(factor.word(), factor.indices(), carries, side, reads);
  }

  /** With one index alone, what a factor reads does not tell a row from a column. */
  private static String lies(Slots factor, boolean transposed) {
    String lies = factor.row().isEmpty() ? "row" : "column";
    String other = factor.row().isEmpty() ? "column" : "row";
    return transposed
        ? "is a %s, must be a %s: %sᵀ".formatted(lies, other, factor.symbol())
        : "is a %s, as it must be".formatted(lies);
  }

  private static String slot(String index) {
    return index.isEmpty() ? "" : "[" + index + "]";
  }
}
