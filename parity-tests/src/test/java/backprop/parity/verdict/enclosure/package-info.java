/**
 * The second truth for the bound: interval arithmetic, rounded outward.
 *
 * <p>{@link backprop.parity.verdict.enclosure.Enclosure} holds the exact number and the number of
 * every program that does the steps in floating point, in whatever order it adds. Nothing here is
 * of first order, and nothing is shared with the running error analysis that it is a witness for.
 */
package backprop.parity.verdict.enclosure;
