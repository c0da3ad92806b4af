package backprop.parity.diagnosis.slips;

/**
 * A way to get a wrong number.
 *
 * @param value what comes out
 * @param sentence how, and what to look at
 */
record Slip(double value, String sentence) {}
