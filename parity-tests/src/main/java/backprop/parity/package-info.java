/**
 * Sets the twins against each other, and against anybody else's implementation.
 *
 * <p>Arrows run downwards, never back:
 *
 * <ol>
 *   <li>{@code cli}, the commands
 *   <li>{@code explain}, {@code page}, {@code fuzz}, {@code suite}, {@code course}, {@code train},
 *       {@code junit}: what they show and make; {@code html}, what their pages have in common
 *   <li>{@code oracle}, {@code mistakes}: what counts as right, and what is wrong with the rest
 *   <li>{@code sources}: everything that produces gradients
 *   <li>{@code cases}, {@code data}: the questions
 * </ol>
 *
 * <p>The alphabet (i, j, k, s, l) is the twins'.
 */
package backprop.parity;
