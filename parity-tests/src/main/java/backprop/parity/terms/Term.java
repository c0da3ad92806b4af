package backprop.parity.terms;

/**
 * One term of a sum: two factors.
 *
 * @param index the value of the summed index
 */
public record Term(int index, Factor left, Factor right) {
  /** What the loop adds. */
  public double product() {
    return left.value() * right.value();
  }
}
