/** Asks a candidate case by case, holds its answers against the loops and says what is wrong. */
package backprop.parity.check;
