/**
 * Reads and writes cases and results: JSON that knows where it is, limits, and files that are written
 * whole or not at all.
 */
package backprop.parity.io;
