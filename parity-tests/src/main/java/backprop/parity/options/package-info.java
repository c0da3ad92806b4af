/** The options and arguments that several commands share. */
package backprop.parity.options;
