/**
 * Sets the twins against each other, and against anybody else's implementation.
 *
 * <p>Arrows run downwards, never back:
 *
 * <ol>
 *   <li>{@code cli}: the command line; each command lives beside the feature that it starts
 *   <li>{@code course}, {@code training}, {@code page}, {@code gallery}, {@code fuzz}, {@code golden},
 *       {@code junit}: what people do with it
 *   <li>{@code check}: a candidate, asked and judged
 *   <li>{@code explain}: every step with its numbers
 *   <li>{@code diagnosis}: from wrong numbers to a cause
 *   <li>{@code verdict}: what counts as right
 *   <li>{@code terms}: any number taken apart
 *   <li>{@code gradients}, {@code sources}: everything that produces gradients
 *   <li>{@code options}, {@code suites}: what is asked
 *   <li>{@code html}, {@code terminal}, {@code io}: reading and writing
 *   <li>{@code model}: the words all of them share
 * </ol>
 *
 * <p>The alphabet (i, j, k, s, l) is the twins'.
 */
package backprop.parity;
