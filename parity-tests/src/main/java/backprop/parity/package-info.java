/**
 * Sets the twins against each other, and against anybody else's implementation.
 *
 * <p>Arrows run downwards, never back: {@code cli} → {@code explain} → {@code sources} → {@code
 * cases}. The alphabet (i, j, k, s, l) is the twins'.
 */
package backprop.parity;
