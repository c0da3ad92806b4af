/** The command line: one class per command. */
package backprop.parity.cli;
