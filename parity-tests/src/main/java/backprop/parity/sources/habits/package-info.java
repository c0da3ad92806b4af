/** Right programs that do otherwise than the loops: other bits, or less accuracy, in other ways. */
package backprop.parity.sources.habits;
