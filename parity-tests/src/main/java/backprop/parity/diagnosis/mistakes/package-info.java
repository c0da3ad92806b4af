/** The classic mistakes: a catalogue, and loops that make them. */
package backprop.parity.diagnosis.mistakes;
