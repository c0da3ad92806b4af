/** Gradient descent on real data: the command, its options, and what it shows. */
package backprop.parity.training;
