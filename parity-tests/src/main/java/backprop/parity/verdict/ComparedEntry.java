package backprop.parity.verdict;

import backprop.parity.model.Entry;
import backprop.parity.model.Layout;

/**
 * One number of a candidate beside the one of the loops.
 *
 * @param caseName the case it belongs to
 * @param layout in which that case is spoken of
 * @param step that gives it, from 1 to 8
 * @param boundRatio the difference in units of the bound, see {@link Allowance#boundRatio}
 */
public record ComparedEntry(
    String caseName,
    Layout layout,
    int step,
    Entry entry,
    double expected,
    double actual,
    double boundRatio) {

  /** The entry's name in the layout of its case. */
  public String name() {
    return entry.name(layout);
  }
}
