/** Random networks until one fails, and the smallest network that still fails. */
package backprop.parity.fuzz;
