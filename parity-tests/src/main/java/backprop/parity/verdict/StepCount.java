package backprop.parity.verdict;

/**
 * How many entries of one step have the expected bits, over all layers.
 *
 * @param step from 1 to 8
 * @param identical of the total
 * @param total entries compared
 */
public record StepCount(int step, int identical, int total) {
  /** Such as {@code step 6: 12 of 12 identical}. */
  @Override
  public String toString() {
    return "step %d: %d of %d identical".formatted(step, identical, total);
  }
}
