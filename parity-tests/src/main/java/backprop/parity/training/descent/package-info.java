/** Gradient descent with either twin or the fast loops: batch after batch, epoch after epoch. */
package backprop.parity.training.descent;
