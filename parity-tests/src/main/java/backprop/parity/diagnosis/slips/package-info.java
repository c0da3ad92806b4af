/** How one wrong number may have come about, found by putting its own terms together wrongly. */
package backprop.parity.diagnosis.slips;
