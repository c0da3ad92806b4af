package backprop.parity.verdict;

import backprop.parity.model.Entry;

/**
 * One number of a candidate beside the one of the loops.
 *
 * @param caseName the case it belongs to
 * @param step that gives it, from 1 to 8
 * @param boundRatio the difference in units of the bound, see {@link Allowance#boundRatio}
 */
public record ComparedEntry(
    String caseName, int step, Entry entry, double expected, double actual, double boundRatio) {}
