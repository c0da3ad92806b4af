/** Everything that produces gradients: the twins, numerical derivatives, exact arithmetic. */
package backprop.parity.sources;
