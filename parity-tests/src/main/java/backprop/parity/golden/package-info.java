/** The golden vectors: cases with their answers, for programs that cannot run the oracle. */
package backprop.parity.golden;
