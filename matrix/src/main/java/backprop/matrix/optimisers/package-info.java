/**
 * Three ways down from the same gradients: step 8 as it is, with momentum, and Adam.
 *
 * <p>The textbook package needs none of this; here its step 8 is given something better than the
 * newest gradient. The twin of this package computes the same bits.
 *
 * <pre>
 * Plain      the gradient itself
 * Momentum   velocity  = momentum * velocity + gradient
 * Adam       direction = mean of the gradients / (√(mean of their squares) + epsilon)
 * </pre>
 *
 * <p>Nothing is summed over an index, so there is no T anywhere. The bits are equal because the
 * operations of each term are done in the same order: what is written in {@code Terms:}, from the
 * left to the right, brackets first.
 */
package backprop.matrix.optimisers;
