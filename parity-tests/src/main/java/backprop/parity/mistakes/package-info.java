/** The classic mistakes: a catalogue, loops that make them, and the diagnosis by reproduction. */
package backprop.parity.mistakes;
