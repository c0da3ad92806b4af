/** Turns wrong numbers into a cause: by the pattern they make, and by making the same mistake. */
package backprop.parity.diagnosis;
