/** Gradient descent on real data, with either twin or the fast loops. */
package backprop.parity.train;
