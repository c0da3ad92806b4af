package backprop.parity.diagnosis;

import backprop.parity.diagnosis.mistakes.FaultyProgram;

/**
 * Mistakes that explain everything a candidate answered.
 *
 * @param program which makes them
 * @param consistent whether the candidate makes them wherever they can be seen; else only on some
 *     cases, as a program does that has them in the code for one cost
 * @param where on which cases, in words; empty if it is consistent
 */
public record Explanation(FaultyProgram program, boolean consistent, String where) {
  /** The fewer mistakes, and the plainer, the better. */
  int rank() {
    int variants = program.variant().isEmpty() ? 0 : 1;
    return 100 * program.faults().size() + (consistent ? 0 : 10) + variants;
  }

  /** Such as {@code factor-two: in every cost, on cases with cross-entropy}; empty if plain. */
  String detail() {
    String variant = program.variant();
    if (where.isEmpty()) {
      return variant;
    }
    return variant.isEmpty() ? where : variant + "; " + where;
  }
}
