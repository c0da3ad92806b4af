package backprop.parity.verdict;

import backprop.parity.model.Place;

/**
 * One number of a candidate beside the one of the loops.
 *
 * @param caseName the case it belongs to
 * @param boundRatio the difference in units of the bound, see {@link Allowance#boundRatio}
 */
public record ComparedEntry(
    String caseName, Place position, double expected, double actual, double boundRatio) {}
