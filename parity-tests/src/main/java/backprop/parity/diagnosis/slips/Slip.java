package backprop.parity.diagnosis.slips;

import backprop.parity.terms.Name;
import backprop.parity.terms.Sentence;

/**
 * A way to get a wrong number.
 *
 * @param value what comes out
 * @param sentence how, and what to look at
 */
record Slip(double value, Sentence sentence) {
  /** One whose sentence has a {@code %s} for each of these names. */
  Slip(double value, String format, Name... names) {
    this(value, Sentence.of(format, names));
  }

  /** Whether both are one slip, made on two numbers. */
  boolean isOfTheKindOf(Slip other) {
    return sentence.format().equals(other.sentence.format());
  }
}
