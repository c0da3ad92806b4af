package backprop.parity.explain;

/**
 * A named number.
 *
 * @param name as the loops write it, with its indices
 */
public record Factor(String name, double value) {}
