/** For Java projects that want their own gradients checked by their own tests. */
package backprop.parity.junit;
