/** Takes any number of a case apart into the terms and products that make it. */
package backprop.parity.terms;
