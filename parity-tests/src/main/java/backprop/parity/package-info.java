/**
 * Sets the twins against each other, and against anybody else's implementation.
 *
 * <p>Arrows run downwards, never back:
 *
 * <ol>
 *   <li>{@code cli}, the commands
 *   <li>{@code explain}, {@code fuzz}, {@code suite}, {@code junit}: what they show and make
 *   <li>{@code oracle}: what counts as right
 *   <li>{@code sources}: everything that produces gradients
 *   <li>{@code cases}, {@code data}: the questions
 * </ol>
 *
 * <p>The alphabet (i, j, k, s, l) is the twins'.
 */
package backprop.parity;
