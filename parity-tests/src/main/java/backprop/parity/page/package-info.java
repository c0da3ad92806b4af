/**
 * Writes the interactive page: one file in which a reader points at a number and sees the loop's
 * terms, the matrices' row and column, and the factor that gets a T.
 *
 * <p>Java puts in what only Java has, the twins' source and their bits; the rest of the page is plain
 * HTML, CSS and JavaScript beside this package's resources.
 */
package backprop.parity.page;
