/** The command line: finds the command and says what was typed wrong. */
package backprop.parity.cli;
