/** The gradients of any source, written out or as one digest of all their bits. */
package backprop.parity.gradients;
