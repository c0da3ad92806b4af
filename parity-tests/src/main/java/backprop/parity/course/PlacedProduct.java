package backprop.parity.course;

import backprop.parity.terms.SlotRule;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A product as a learner writes it, such as {@code F^T * D} or {@code A.T @ D}.
 *
 * @param left the letter of a matrix
 * @param leftTransposed whether it has a T
 */
record PlacedProduct(String left, boolean leftTransposed, String right, boolean rightTransposed) {
  // No space is given back: a line of nothing else would be tried in as many ways as its cube.
  private static final String FACTOR =
      "([WAFDΔ])(?:\\s*+(\\^T|\\.T|ᵀ|'|\\.transpose\\(\\)))?+\\s*+";

  private static final Pattern PRODUCT =
      Pattern.compile("\\s*+" + FACTOR + "(?:\\*|@|·|%\\*%|(?<=\\s))\\s*+" + FACTOR);

  /** Empty if it is no product of two of the letters W, A, F and D. */
  static Optional<PlacedProduct> of(String text) {
    Matcher matcher = PRODUCT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new PlacedProduct(
                letter(matcher.group(1)),
                matcher.group(2) != null,
                letter(matcher.group(3)),
                matcher.group(4) != null))
        : Optional.empty();
  }

  private static String letter(String symbol) {
    return symbol.equals("Δ") ? "D" : symbol;
  }

  /** What is wrong with it, in one sentence; only for a product that is not the right one. */
  String mistake(MatrixTask task) {
    SlotRule rule = task.rule();
    PlacedProduct answer = task.answer();
    boolean ordered = left.equals(answer.left) && right.equals(answer.right);
    boolean swapped = left.equals(answer.right) && right.equals(answer.left);
    if (!ordered && !swapped) {
      return "the loop multiplies %s and %s, each once".formatted(answer.left, answer.right);
    }
    if (swapped) {
      String order = "%s carries r = %s, so it goes left".formatted(answer.left, rule.r());
      boolean transpose =
          leftTransposed != answer.rightTransposed && rightTransposed != answer.leftTransposed;
      return transpose
          ? "the order is wrong, and both Ts with it: this is the transpose of the result; " + order
          : "the order is wrong: " + order;
    }
    boolean wrongLeft = leftTransposed != answer.leftTransposed;
    boolean wrongRight = rightTransposed != answer.rightTransposed;
    if (wrongLeft && wrongRight && leftTransposed != rightTransposed) {
      return "the T is on the wrong factor: %s needs it, %s does not"
          .formatted(leftTransposed ? right : left, leftTransposed ? left : right);
    }
    if (wrongLeft && wrongRight) {
      return leftTransposed
          ? "neither factor needs a T: both read as they must"
          : "a T is missing on both factors";
    }
    String factor = wrongLeft ? left : right;
    boolean missing = wrongLeft ? answer.leftTransposed : answer.rightTransposed;
    return missing
        ? "the T is missing on " + factor
        : "%s needs no T: it reads as it must".formatted(factor);
  }

  @Override
  public String toString() {
    return left + (leftTransposed ? "^T" : "") + " * " + right + (rightTransposed ? "^T" : "");
  }
}
