/** The words of the oracle: a case, a result, a step, and where in a result one number stands. */
package backprop.parity.model;
